-- Where the audit log ends: the last line's number and hash, with a keyed hash of their own, so that lines
-- taken from its end show as well. Appending locks this row, so that lines are numbered without a gap.
CREATE TABLE gateway.audit_head (
    one_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (one_row),
    number BIGINT NOT NULL,
    hash TEXT NOT NULL,
    seal TEXT NOT NULL
);
INSERT INTO gateway.audit_head (number, hash, seal) VALUES (0, '', '');

CREATE TRIGGER refuse_to_rewrite BEFORE DELETE OR TRUNCATE ON gateway.audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION gateway.refuse_to_rewrite();

-- What the page of the log is searched by, beside what V0510 has.
CREATE INDEX audit_log_resource ON gateway.audit_log (resource, number DESC);
