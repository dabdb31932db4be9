-- Whether an incident is about the person themselves, or so far about somebody else alone.
ALTER TABLE gateway.escalations
    ADD COLUMN subject TEXT NOT NULL DEFAULT 'self' CHECK (subject IN ('self', 'someone_else'));
