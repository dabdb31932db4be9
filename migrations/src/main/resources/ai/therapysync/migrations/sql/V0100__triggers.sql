-- updated_at is the time of the last change, unless the change itself says another.
CREATE FUNCTION gateway.touch_updated_at() RETURNS TRIGGER
LANGUAGE PLPGSQL SET search_path = ''
AS $$
BEGIN
  IF NEW.updated_at IS NOT DISTINCT FROM OLD.updated_at THEN
    NEW.updated_at := NOW();
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.profiles
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.emergency_contacts
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.conversation_memory
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.user_cultural_profiles
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.goals
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.whatsapp_integrations
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.whatsapp_config
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.households
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON public.user_behavior_analytics
  FOR EACH ROW EXECUTE FUNCTION gateway.touch_updated_at();

-- Another number has not been verified, whoever wrote it down: is_verified falls back to false, and a code
-- that was issued for the old number is void. Only a statement that itself turns is_verified on, or sets
-- another code, has its way; a logged-in person has the right to neither column. The same digits in another
-- hand ("+1 (555) 010-0001") are the same number.
-- SECURITY DEFINER, because a person has no right to look into the schema of gateway.digits.
CREATE FUNCTION gateway.distrust_changed_number() RETURNS TRIGGER
LANGUAGE PLPGSQL SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF gateway.digits(NEW.phone_number) IS DISTINCT FROM gateway.digits(OLD.phone_number) THEN
    IF OLD.is_verified THEN
      NEW.is_verified := FALSE;
    END IF;
    IF NEW.verification_code IS NOT DISTINCT FROM OLD.verification_code THEN
      NEW.verification_code := NULL;
    END IF;
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER distrust_changed_number BEFORE UPDATE OF phone_number ON public.whatsapp_integrations
  FOR EACH ROW EXECUTE FUNCTION gateway.distrust_changed_number();

-- Whoever accepts an invitation joins at that moment.
CREATE FUNCTION gateway.join_household() RETURNS TRIGGER
LANGUAGE PLPGSQL SET search_path = ''
AS $$
BEGIN
  NEW.joined_at := COALESCE(NEW.joined_at, NOW());
  RETURN NEW;
END;
$$;

CREATE TRIGGER join_household BEFORE UPDATE OF invitation_status ON public.household_members
  FOR EACH ROW
  WHEN (NEW.invitation_status = 'accepted' AND OLD.invitation_status IS DISTINCT FROM 'accepted')
  EXECUTE FUNCTION gateway.join_household();

REVOKE ALL ON FUNCTION
    gateway.touch_updated_at(), gateway.distrust_changed_number(), gateway.join_household()
  FROM PUBLIC, anon, authenticated;
