-- A person may ask for a human before one is there: a takeover by nobody yet. Whoever takes it puts their id
-- into operator_id; with that, or with their first message, the person can't send the AI back any more.
-- told_at: when the person was told that nobody has been free yet.
ALTER TABLE gateway.takeovers ALTER COLUMN operator_id DROP NOT NULL;
ALTER TABLE gateway.takeovers ADD COLUMN told_at TIMESTAMPTZ;
