-- A message that WhatsApp takes only as a template invites its reader to write back. The invitation is a
-- row of its own; the words wait as deferred until they write, or until the invitation fails.
ALTER TABLE gateway.outbox
    ADD COLUMN template TEXT,
    DROP CONSTRAINT outbox_state_check,
    ADD CONSTRAINT outbox_state_check
        CHECK (state IN ('waiting', 'sending', 'deferred', 'accepted', 'failed', 'withdrawn'));

-- Looked for with every message that comes in.
CREATE INDEX outbox_deferred ON gateway.outbox (address) WHERE state = 'deferred';
