-- An edit's or a deletion's own message, by its id at the provider: they may come before it.
ALTER TABLE gateway.inbound ADD COLUMN about TEXT;
CREATE INDEX inbound_about ON gateway.inbound (provider, about) WHERE about IS NOT NULL;

-- Words that a person took back or changed, in which danger was seen: kept, sealed with their key, until the
-- emergency is over or what waits is answered. Everything else that is taken back goes at once.
CREATE TABLE gateway.withdrawn_words (
    message_id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    content TEXT NOT NULL,
    withdrawn_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX withdrawn_words_user ON gateway.withdrawn_words (user_id);
