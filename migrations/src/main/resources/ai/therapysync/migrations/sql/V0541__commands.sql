-- A person's timeline is merged from three tables, each by its own time. None of these columns ever changes.
CREATE INDEX gate_decisions_user_at ON gateway.gate_decisions (user_id, at DESC);
CREATE INDEX incident_events_user_at ON gateway.incident_events (user_id, at DESC);
CREATE INDEX outbox_user_created ON gateway.outbox (user_id, created_at DESC) WHERE user_id IS NOT NULL;

-- The operators' list of incidents; rows without a time, which others may have written, come last.
CREATE INDEX crisis_interventions_latest ON public.crisis_interventions
  (coalesce(created_at, '-infinity'::timestamptz) DESC, id DESC);

-- How many codes a person has been issued within the hour.
CREATE TABLE gateway.issued_codes (
    user_id UUID NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX issued_codes_user ON gateway.issued_codes (user_id, issued_at);

-- A number that its person switched off may have become somebody else's meanwhile. Switched on again by the
-- person it has to be verified anew: refusing it only where it is another's would tell that it is.
CREATE FUNCTION gateway.distrust_returning_number() RETURNS TRIGGER
LANGUAGE PLPGSQL SET search_path = ''
AS $$
BEGIN
  IF NEW.is_active AND OLD.is_active IS DISTINCT FROM TRUE AND current_user = 'authenticated' THEN
    NEW.is_verified := FALSE;
  END IF;
  RETURN NEW;
END;
$$;
REVOKE ALL ON FUNCTION gateway.distrust_returning_number() FROM PUBLIC, anon, authenticated;

CREATE TRIGGER distrust_returning_number BEFORE UPDATE OF is_active ON public.whatsapp_integrations
  FOR EACH ROW EXECUTE FUNCTION gateway.distrust_returning_number();
