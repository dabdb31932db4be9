-- What a person has wanted forgotten, and when. The memories are inactive at once, can be brought back for a
-- day, and are deleted then. The moment itself stays: nothing said before it is told or learned from again.
CREATE TABLE gateway.forgettings (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    everything BOOLEAN NOT NULL,
    forgotten_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX forgettings_user ON gateway.forgettings (user_id, forgotten_at DESC);

CREATE TABLE gateway.forgotten_memories (
    memory_id UUID PRIMARY KEY REFERENCES public.conversation_memory(id) ON DELETE CASCADE,
    forgetting_id UUID NOT NULL REFERENCES gateway.forgettings(id) ON DELETE CASCADE
);
CREATE INDEX forgotten_memories_forgetting ON gateway.forgotten_memories (forgetting_id);
