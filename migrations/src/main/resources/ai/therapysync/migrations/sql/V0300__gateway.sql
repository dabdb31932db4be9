-- What is ours alone: the way of a message, what happens later, and the ladder's own state.
-- No table here refers to public by a foreign key: rows of public are the platform's to delete, and a
-- message that was accepted stays accepted ("unique by provider and provider's id for ever").

CREATE SCHEMA IF NOT EXISTS gateway;

-- Every accepted message of anybody. content holds, sealed, what public.whatsapp_messages has no place
-- for: a stranger's words, references to media, a place.
CREATE TABLE gateway.inbound (
    id UUID PRIMARY KEY,
    provider TEXT NOT NULL,
    provider_message_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    sender TEXT NOT NULL,
    user_id UUID,
    message_id UUID,
    turn_id UUID,
    message_type TEXT NOT NULL,
    content TEXT,
    received_at TIMESTAMPTZ NOT NULL,
    UNIQUE (provider, provider_message_id)
);
CREATE INDEX inbound_turn ON gateway.inbound (turn_id) WHERE turn_id IS NOT NULL;
CREATE INDEX inbound_address ON gateway.inbound (address, received_at DESC);

-- One answer to all that a person said since the last one; at most one waits for a person.
CREATE TABLE gateway.turns (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    integration_id UUID NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    sender TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'taken', 'answered', 'cancelled', 'left')),
    concern BOOLEAN NOT NULL DEFAULT FALSE,
    first_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    taken_at TIMESTAMPTZ,
    taken_by TEXT,
    ended_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX turns_one_waiting ON gateway.turns (user_id) WHERE state = 'waiting';
CREATE INDEX turns_taken ON gateway.turns (user_id) WHERE state = 'taken';

-- Closed periods of which a person has been told, by the opening that ends them.
CREATE TABLE gateway.away_messages (
    user_id UUID NOT NULL,
    opening TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, opening)
);

-- Messages on their way out. payload is sealed: subject and text.
CREATE TABLE gateway.outbox (
    id UUID PRIMARY KEY,
    seq BIGINT GENERATED ALWAYS AS IDENTITY,
    user_id UUID,
    message_id UUID,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    sender TEXT,
    purpose TEXT NOT NULL,
    crisis BOOLEAN NOT NULL DEFAULT FALSE,
    despite_stop BOOLEAN NOT NULL DEFAULT FALSE,
    payload TEXT NOT NULL,
    incident_id UUID,
    contact_id UUID,
    member_id UUID,
    step INTEGER,
    code TEXT,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sending', 'accepted', 'failed', 'withdrawn')),
    attempts INTEGER NOT NULL DEFAULT 0,
    lost_since TIMESTAMPTZ,
    error TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX outbox_conversation ON gateway.outbox (channel, address, seq)
    WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_address ON gateway.outbox (address, seq DESC);
CREATE INDEX outbox_incident ON gateway.outbox (incident_id) WHERE incident_id IS NOT NULL;

-- Attempts: one row for each time that a provider was handed a message.
CREATE TABLE gateway.deliveries (
    id UUID PRIMARY KEY,
    outbox_id UUID NOT NULL,
    user_id UUID,
    attempt INTEGER NOT NULL,
    channel TEXT NOT NULL,
    provider TEXT NOT NULL,
    sender TEXT,
    provider_message_id TEXT,
    status TEXT NOT NULL DEFAULT 'queued',
    error_code TEXT,
    started_at TIMESTAMPTZ NOT NULL,
    accepted_at TIMESTAMPTZ,
    receipt_at TIMESTAMPTZ,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX deliveries_provider_id ON gateway.deliveries (provider, provider_message_id)
    WHERE provider_message_id IS NOT NULL;
CREATE INDEX deliveries_outbox ON gateway.deliveries (outbox_id, attempt);
CREATE INDEX deliveries_receipts ON gateway.deliveries (channel, sender, receipt_at DESC)
    WHERE receipt_at IS NOT NULL;

-- Reports of providers as they came, kept until their message is known and after it.
CREATE TABLE gateway.status_reports (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider TEXT NOT NULL,
    provider_message_id TEXT NOT NULL,
    outbox_id UUID,
    raw_status TEXT NOT NULL,
    status TEXT,
    error_code TEXT,
    throttled BOOLEAN NOT NULL,
    permanent BOOLEAN NOT NULL,
    applied BOOLEAN NOT NULL,
    reported_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX status_reports_waiting ON gateway.status_reports (provider, provider_message_id)
    WHERE NOT applied;

-- The ladder of an incident. A row of public.crisis_interventions that somebody else wrote has none,
-- and is an incident whose ladder never began.
CREATE TABLE gateway.escalations (
    incident_id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    level TEXT NOT NULL,
    categories TEXT[] NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('climbing', 'held', 'unanswered', 'resolved')),
    step INTEGER NOT NULL,
    round INTEGER NOT NULL,
    paged UUID[] NOT NULL,
    deadline TIMESTAMPTZ,
    accepted BOOLEAN NOT NULL,
    responder_contact UUID,
    responder_operator UUID,
    reached TEXT,
    told_of_cry_at TIMESTAMPTZ,
    told UUID[] NOT NULL,
    close_danger BOOLEAN NOT NULL,
    safe_replies INTEGER NOT NULL,
    family_told BOOLEAN NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX escalations_user ON gateway.escalations (user_id);

-- An incident's timeline. details holds ids and figures only.
CREATE TABLE gateway.incident_events (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id UUID NOT NULL,
    user_id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    what TEXT NOT NULL,
    details JSONB NOT NULL DEFAULT '{}'
);
CREATE INDEX incident_events_incident ON gateway.incident_events (incident_id, id);

-- What every gate decided about a message, and why: "why was there silence?"
CREATE TABLE gateway.gate_decisions (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id UUID,
    inbound_id UUID,
    turn_id UUID,
    at TIMESTAMPTZ NOT NULL,
    gate TEXT NOT NULL,
    decision TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX gate_decisions_user ON gateway.gate_decisions (user_id, id DESC);

-- STOP: this number hears nothing more from this sender.
CREATE TABLE gateway.opt_outs (
    channel TEXT NOT NULL,
    sender TEXT NOT NULL,
    address TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (address, sender, channel)
);

-- The code that a number must send, as a keyed hash, and how often it has been tried.
CREATE TABLE gateway.verification_codes (
    integration_id UUID PRIMARY KEY,
    code_mac TEXT NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0
);

-- A human holds the conversation.
CREATE TABLE gateway.takeovers (
    user_id UUID PRIMARY KEY,
    operator_id UUID NOT NULL,
    since TIMESTAMPTZ NOT NULL
);

-- Keys: a person's data key, wrapped by the keyset; and secrets of the gateway itself, sealed by it.
CREATE TABLE gateway.data_keys (
    user_id UUID PRIMARY KEY,
    sealed_key TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE TABLE gateway.secrets (
    name TEXT PRIMARY KEY,
    sealed TEXT NOT NULL
);

-- The console's own login.
CREATE TABLE gateway.operator_logins (
    user_id UUID PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    must_change BOOLEAN NOT NULL DEFAULT TRUE,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- db-scheduler's tables: crisis work has its own, so that nothing else can hold it up.
CREATE TABLE gateway.tasks (
    task_name TEXT NOT NULL,
    task_instance TEXT NOT NULL,
    task_data BYTEA,
    execution_time TIMESTAMPTZ NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by TEXT,
    last_success TIMESTAMPTZ,
    last_failure TIMESTAMPTZ,
    consecutive_failures INTEGER,
    last_heartbeat TIMESTAMPTZ,
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX tasks_due ON gateway.tasks (execution_time);
CREATE INDEX tasks_heartbeat ON gateway.tasks (last_heartbeat);
CREATE TABLE gateway.crisis_tasks (LIKE gateway.tasks INCLUDING ALL);

-- Present abuse by someone close is remembered for 30 days: it decides whom a later emergency may reach.
ALTER TABLE public.crisis_assessments ADD COLUMN close_abuse BOOLEAN NOT NULL DEFAULT FALSE;

-- Open incidents are looked for with every message.
CREATE INDEX crisis_interventions_open ON public.crisis_interventions (user_id)
    WHERE completed_at IS NULL;
