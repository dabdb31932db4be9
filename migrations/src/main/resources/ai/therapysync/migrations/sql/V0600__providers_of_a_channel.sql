-- Two providers may carry one channel: what the channels page asks, it asks of each.
DROP INDEX gateway.inbound_channel;
CREATE INDEX inbound_channel ON gateway.inbound (channel, provider, received_at DESC);
DROP INDEX gateway.deliveries_failed;
CREATE INDEX deliveries_failed ON gateway.deliveries (channel, provider, updated_at DESC)
    WHERE status = 'failed';
CREATE INDEX deliveries_taken ON gateway.deliveries (channel, provider, started_at DESC)
    WHERE accepted_at IS NOT NULL;
