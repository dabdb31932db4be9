-- The question that a person was asked last and that something waits to have answered: a mood, a
-- questionnaire's next item, "shall I forget everything?". At most one is open; it outlives a restart.
CREATE TABLE gateway.asked (
    user_id UUID PRIMARY KEY,
    what TEXT NOT NULL,
    details JSONB NOT NULL DEFAULT '{}',
    patient BOOLEAN NOT NULL DEFAULT FALSE,
    asked_at TIMESTAMPTZ NOT NULL
);

-- When what must not come again too soon was done last: the mood asked for, who is speaking said, an
-- offer made.
CREATE TABLE gateway.happened (
    user_id UUID NOT NULL,
    what TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, what)
);
