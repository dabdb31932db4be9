-- Pictures, voice notes and documents that people in care send: what is to be fetched from the provider, what was,
-- and what could not be. The files stand in pieces, sealed with the person's key, and go after a while.
CREATE TABLE gateway.media (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    message_id UUID NOT NULL,
    inbound_id UUID NOT NULL,
    provider TEXT NOT NULL,
    position INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'fetched', 'given_up', 'expired')),
    attempts INTEGER NOT NULL DEFAULT 0,
    size BIGINT,
    pieces INTEGER,
    why TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    fetched_at TIMESTAMPTZ
);
CREATE INDEX media_message ON gateway.media (message_id, position);
CREATE INDEX media_user ON gateway.media (user_id);

CREATE TABLE gateway.media_pieces (
    media_id UUID NOT NULL REFERENCES gateway.media(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (media_id, number)
);
-- What is sealed does not get smaller.
ALTER TABLE gateway.media_pieces ALTER COLUMN content SET STORAGE EXTERNAL;
