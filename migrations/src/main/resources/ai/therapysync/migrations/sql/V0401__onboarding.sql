-- Strangers on their way in: what they were asked last, or how it ended ('refused', 'too_young'; their age is
-- not kept). name is sealed. Deleted when they join, when they say STOP, and after 30 days of silence.
CREATE TABLE gateway.onboardings (
    address TEXT PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    step TEXT NOT NULL
        CHECK (step IN ('consent', 'name', 'language', 'age', 'refused', 'too_young')),
    language TEXT NOT NULL,
    sure BOOLEAN NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    name TEXT,
    consent_version TEXT,
    consented_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);

-- Who agreed to what we keep and whom we tell: which version of the text, in which language, when, by which
-- channel.
CREATE TABLE gateway.consents (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL,
    version TEXT NOT NULL,
    language TEXT NOT NULL,
    channel TEXT NOT NULL,
    given_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX consents_user ON gateway.consents (user_id, given_at DESC);
