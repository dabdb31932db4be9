-- A text that is longer than one message of its channel goes out in parts, one row each, in order.
ALTER TABLE gateway.outbox
    ADD COLUMN part INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;

-- A part waits for those before it, and the message shows how far all of them have come.
CREATE INDEX outbox_message ON gateway.outbox (message_id, part) WHERE message_id IS NOT NULL;
