-- The gateway watches itself. Of what operators have been alarmed, so that no node repeats another.
CREATE TABLE gateway.watch_alarms (
    reason TEXT NOT NULL,
    subject TEXT NOT NULL,
    first_at TIMESTAMPTZ NOT NULL,
    last_at TIMESTAMPTZ NOT NULL,
    alarmed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (reason, subject)
);

-- What is looked at every 30 seconds.
CREATE INDEX escalations_climbing ON gateway.escalations (deadline) WHERE state = 'climbing';
CREATE INDEX outbox_crisis_open ON gateway.outbox (created_at)
    WHERE crisis AND state IN ('waiting', 'sending');
CREATE INDEX deliveries_accepted ON gateway.deliveries (provider, accepted_at)
    WHERE accepted_at IS NOT NULL;
