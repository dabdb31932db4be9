-- An incident goes on after someone has it: the person is asked how they are, and only quiet days end it.
ALTER TABLE gateway.escalations
    ADD COLUMN troubled_at TIMESTAMPTZ,
    ADD COLUMN check_ins INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN checked_in_at TIMESTAMPTZ,
    ADD COLUMN safe_at TIMESTAMPTZ;

-- A page whose answer was lost may be with its provider: once it is replaced, or nobody needs it any more,
-- it is asked about, and never handed over again.
ALTER TABLE gateway.outbox ADD COLUMN superseded BOOLEAN NOT NULL DEFAULT FALSE;

-- "My mother must not be told": whoever writes that down, an incident that is open hears of it in the same
-- transaction. The task carries the incident, and is used up when it rings.
CREATE FUNCTION gateway.contact_excluded() RETURNS TRIGGER
LANGUAGE PLPGSQL SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NEW.must_not_be_told AND NOT OLD.must_not_be_told THEN
    INSERT INTO gateway.crisis_tasks (task_name, task_instance, execution_time, picked, version)
    SELECT 'incident', ci.id || ':0:EXCLUDED:' || NEW.id || ':' || gen_random_uuid(), NOW(), FALSE, 1
    FROM public.crisis_interventions ci
    WHERE ci.user_id = NEW.user_id AND ci.completed_at IS NULL
      AND ci.status IN ('pending', 'notified', 'acknowledged', 'unanswered');
  END IF;
  RETURN NULL;
END;
$$;
REVOKE ALL ON FUNCTION gateway.contact_excluded() FROM PUBLIC, anon, authenticated;
CREATE TRIGGER contact_excluded AFTER UPDATE OF must_not_be_told ON public.emergency_contacts
  FOR EACH ROW EXECUTE FUNCTION gateway.contact_excluded();

-- During an incident, and for a day after it, a person can neither switch escalation off nor take away or
-- change contacts: someone who holds the phone, or the worst hour, must not undo what was arranged in a
-- better one. That a contact must not be told can be said at any time. Operators and the gateway are not
-- bound. The functions run with the owner's rights, since a person can't look into this schema; who calls
-- is told by the role that the transaction has taken on.
CREATE FUNCTION gateway.caller_is_in_crisis(person UUID) RETURNS BOOLEAN
LANGUAGE SQL STABLE SET search_path = ''
AS $$
  SELECT current_setting('role') = 'authenticated' AND person = auth.uid() AND EXISTS (
    SELECT 1 FROM public.crisis_interventions ci
    WHERE ci.user_id = person
      AND ((ci.completed_at IS NULL AND ci.status IN ('pending', 'notified', 'acknowledged', 'unanswered'))
        OR ci.completed_at > NOW() - INTERVAL '24 hours'))
$$;

CREATE FUNCTION gateway.keep_contacts_in_crisis() RETURNS TRIGGER
LANGUAGE PLPGSQL SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  allowed public.emergency_contacts := OLD;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    allowed.must_not_be_told := NEW.must_not_be_told;
    allowed.updated_at := NEW.updated_at;
  END IF;
  IF (TG_OP = 'DELETE' OR allowed IS DISTINCT FROM NEW) AND gateway.caller_is_in_crisis(OLD.user_id) THEN
    RAISE EXCEPTION 'During an emergency and for 24 hours after it, emergency contacts can''t be changed'
      USING ERRCODE = 'insufficient_privilege', HINT = 'must_not_be_told can be set at any time';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END;
$$;
CREATE TRIGGER keep_contacts_in_crisis BEFORE UPDATE OR DELETE ON public.emergency_contacts
  FOR EACH ROW EXECUTE FUNCTION gateway.keep_contacts_in_crisis();

CREATE FUNCTION gateway.keep_escalation_in_crisis() RETURNS TRIGGER
LANGUAGE PLPGSQL SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  was_on BOOLEAN := TRUE;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was_on := OLD.crisis_escalation_enabled IS NOT FALSE;
  END IF;
  IF was_on AND NEW.crisis_escalation_enabled IS FALSE AND gateway.caller_is_in_crisis(NEW.user_id) THEN
    RAISE EXCEPTION 'During an emergency and for 24 hours after it, escalation can''t be switched off'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER keep_escalation_in_crisis BEFORE INSERT OR UPDATE ON public.whatsapp_config
  FOR EACH ROW EXECUTE FUNCTION gateway.keep_escalation_in_crisis();

REVOKE ALL ON FUNCTION
    gateway.caller_is_in_crisis(UUID), gateway.keep_contacts_in_crisis(), gateway.keep_escalation_in_crisis()
  FROM PUBLIC, anon, authenticated;
