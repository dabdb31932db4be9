-- Who wanted everything about them erased, when they asked, and when it was done: at once, or when their open
-- incident had ended. The line outlives them, so that a database restored from a backup is emptied of them again.
-- account_deleted: whether the login might delete their row of auth.users, too.
CREATE TABLE gateway.erasures (
    user_id UUID PRIMARY KEY,
    asked_at TIMESTAMPTZ NOT NULL,
    done_at TIMESTAMPTZ,
    account_deleted BOOLEAN NOT NULL DEFAULT FALSE
);

-- However an incident ends, and whoever ends it: an erasure that waits for it is tried now. The task looks for
-- itself whether another incident is open.
CREATE FUNCTION gateway.incident_moved() RETURNS TRIGGER
LANGUAGE PLPGSQL SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE gateway.tasks SET execution_time = least(execution_time, NOW())
  WHERE task_name = 'erasure' AND task_instance = OLD.user_id::text AND NOT picked;
  RETURN NULL;
END;
$$;
REVOKE ALL ON FUNCTION gateway.incident_moved() FROM PUBLIC, anon, authenticated;
CREATE TRIGGER incident_moved AFTER UPDATE OF status, completed_at OR DELETE ON public.crisis_interventions
  FOR EACH ROW EXECUTE FUNCTION gateway.incident_moved();

-- A person's rows, for exports and erasure; without these each reads the whole table.
CREATE INDEX inbound_user ON gateway.inbound (user_id, received_at) WHERE user_id IS NOT NULL;
CREATE INDEX outbox_user ON gateway.outbox (user_id, seq) WHERE user_id IS NOT NULL;
CREATE INDEX turns_user ON gateway.turns (user_id);
CREATE INDEX status_reports_outbox ON gateway.status_reports (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE INDEX incident_events_user ON gateway.incident_events (user_id, id);
