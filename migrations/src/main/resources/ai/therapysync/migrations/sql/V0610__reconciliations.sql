-- How far a provider's own list of what came in has been compared with ours: from there the next look goes on, also
-- after hours without a gateway. What goes wrong stays visible until a look succeeds.
CREATE TABLE gateway.reconciliations (
    provider TEXT PRIMARY KEY,
    compared_until TIMESTAMPTZ NOT NULL,
    compared_at TIMESTAMPTZ NOT NULL,
    taken_in BIGINT NOT NULL DEFAULT 0,
    failing_since TIMESTAMPTZ,
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT
);
