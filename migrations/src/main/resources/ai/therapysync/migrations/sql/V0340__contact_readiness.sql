-- Whether a contact could be called on, known before an emergency: asked and answered, and how the last
-- message to them fared, by their number or, where they have none, by mail. That a number said STOP stands in
-- gateway.opt_outs.
CREATE TABLE gateway.contact_readiness (
    contact_id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    asked_at TIMESTAMPTZ,
    verified_at TIMESTAMPTZ,
    declined_at TIMESTAMPTZ,
    last_delivered_at TIMESTAMPTZ,
    last_failed_at TIMESTAMPTZ,
    last_failure_code TEXT
);
CREATE INDEX contact_readiness_user ON gateway.contact_readiness (user_id);

-- Another number is another contact: what was known of the old one says nothing of it.
CREATE FUNCTION gateway.contact_changed() RETURNS TRIGGER
LANGUAGE PLPGSQL SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.phone_number, OLD.email) IS DISTINCT FROM (NEW.phone_number, NEW.email) THEN
    DELETE FROM gateway.contact_readiness r WHERE r.contact_id = OLD.id;
  END IF;
  RETURN NULL;
END;
$$;
REVOKE ALL ON FUNCTION gateway.contact_changed() FROM PUBLIC, anon, authenticated;
CREATE TRIGGER contact_changed AFTER UPDATE OF phone_number, email OR DELETE ON public.emergency_contacts
  FOR EACH ROW EXECUTE FUNCTION gateway.contact_changed();
