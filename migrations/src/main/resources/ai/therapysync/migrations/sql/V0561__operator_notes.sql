-- What operators note about a person for each other. The words are sealed with the person's own key, whatever their
-- setting says of messages; whoever wrote a note may withdraw it within an hour: its words go, the line stays.
CREATE TABLE gateway.operator_notes (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    -- Empty once the author was erased.
    author UUID,
    content TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    withdrawn_at TIMESTAMPTZ,
    CHECK ((content IS NULL) = (withdrawn_at IS NOT NULL))
);
CREATE INDEX operator_notes_user ON gateway.operator_notes (user_id, created_at DESC, id DESC);
CREATE INDEX operator_notes_author ON gateway.operator_notes (author);
