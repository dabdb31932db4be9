-- Who read or changed what, when and from where. Lines are only ever added: a trigger refuses the rest to
-- everybody, the owner included, and since an owner can drop a trigger, each line carries a keyed hash over
-- itself and the line before, so that one which was changed or taken out shows. No foreign keys: a line
-- outlives whom it tells of.
CREATE TABLE gateway.audit_log (
    number BIGINT PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    actor_id UUID,
    door TEXT NOT NULL,
    address TEXT NOT NULL,
    action TEXT NOT NULL,
    resource TEXT NOT NULL,
    row_id UUID,
    user_id UUID,
    fields TEXT[] NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_log_actor ON gateway.audit_log (actor_id, number DESC);
CREATE INDEX audit_log_user ON gateway.audit_log (user_id, number DESC) WHERE user_id IS NOT NULL;

CREATE FUNCTION gateway.refuse_to_rewrite() RETURNS TRIGGER
LANGUAGE PLPGSQL SET search_path = ''
AS $$
BEGIN
  RAISE EXCEPTION 'Lines of the audit log are never changed or taken out' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER refuse_to_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON gateway.audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION gateway.refuse_to_rewrite();
REVOKE ALL ON FUNCTION gateway.refuse_to_rewrite() FROM PUBLIC, anon, authenticated;
