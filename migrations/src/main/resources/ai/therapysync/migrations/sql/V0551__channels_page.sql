-- What the page of channels asks of each of them, by an index of its own.
CREATE INDEX inbound_channel ON gateway.inbound (channel, received_at DESC);
CREATE INDEX outbox_waiting ON gateway.outbox (channel, created_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX deliveries_failed ON gateway.deliveries (channel, updated_at DESC) WHERE status = 'failed';

-- Test messages that operators have sent to a number or mailbox of their own: a few an hour.
CREATE TABLE gateway.channel_tests (
    outbox_id UUID PRIMARY KEY,
    operator_id UUID NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX channel_tests_operator ON gateway.channel_tests (operator_id, sent_at DESC);
CREATE INDEX channel_tests_at ON gateway.channel_tests (sent_at DESC);
