-- What operators look for in long tables: lines of the audit log by what was done and when, and conversations
-- by who moved last.
CREATE INDEX audit_log_action ON gateway.audit_log (action, number DESC);
CREATE INDEX audit_log_at ON gateway.audit_log (at, number);
