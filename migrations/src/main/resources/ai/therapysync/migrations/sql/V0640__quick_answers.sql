-- The answers that are offered with a message, sealed like its text: kept longer than that, since a
-- figure that is typed stands for one of them.
ALTER TABLE gateway.outbox ADD COLUMN choices TEXT;

-- The offer that went out with the open question: a button of another one is no answer to it.
ALTER TABLE gateway.asked ADD COLUMN offer UUID;
