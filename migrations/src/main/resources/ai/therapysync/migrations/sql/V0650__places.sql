-- Where somebody in danger is: the latest place that they sent is looked for with every word of theirs.
CREATE INDEX inbound_places ON gateway.inbound (user_id, received_at DESC, id DESC)
    WHERE message_type = 'location' AND content IS NOT NULL;
-- Whether who has an incident is told of it.
ALTER TABLE gateway.escalation_policies ADD COLUMN place BOOLEAN;
