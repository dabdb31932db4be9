-- Who is asked once a day how they are, at which time of their own day, and when next. The task that asks carries
-- next_at; one that carries another is void.
CREATE TABLE gateway.check_ins (
    user_id UUID PRIMARY KEY,
    at TIME NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    next_at TIMESTAMPTZ NOT NULL
);
