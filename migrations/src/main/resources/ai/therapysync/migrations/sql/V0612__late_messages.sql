-- A turn answers a message that reached us long after it was written: the answer says so.
ALTER TABLE gateway.turns ADD COLUMN late BOOLEAN NOT NULL DEFAULT false;
