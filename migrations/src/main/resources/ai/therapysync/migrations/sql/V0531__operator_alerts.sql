-- Of what operators were alarmed: for the console, and for their webhook where one is configured. Ids and words of
-- ours, nobody's. Kept for 90 days.
CREATE TABLE gateway.operator_alerts (
    id UUID PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    reason TEXT NOT NULL,
    -- The incident's id, the person's, a stranger's message's, or a word for a part of the gateway.
    reference TEXT NOT NULL,
    incident_id UUID,
    user_id UUID,
    level TEXT,
    webhook TEXT NOT NULL DEFAULT 'off' CHECK (webhook IN ('off', 'waiting', 'sent', 'given_up')),
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    ended_at TIMESTAMPTZ
);
CREATE INDEX operator_alerts_at ON gateway.operator_alerts (at DESC);
CREATE INDEX operator_alerts_user ON gateway.operator_alerts (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX operator_alerts_failing ON gateway.operator_alerts (at)
    WHERE webhook = 'given_up' OR webhook = 'waiting' AND attempts > 0;
