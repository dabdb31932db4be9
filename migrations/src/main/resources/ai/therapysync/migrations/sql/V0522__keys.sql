-- Which keys of the keyset each running node has, so that nothing is sealed by a key that a node can't open.
CREATE TABLE gateway.node_keys (
    name TEXT PRIMARY KEY,
    key_ids BIGINT[] NOT NULL,
    primary_key_id BIGINT NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL
);

-- What somebody wrote in clear and the nightly work seals.
CREATE INDEX idx_whatsapp_messages_in_clear ON public.whatsapp_messages(user_id)
    WHERE content NOT LIKE 'sealed:v1:%';
CREATE INDEX idx_whatsapp_integrations_in_clear ON public.whatsapp_integrations(id)
    WHERE access_token NOT LIKE 'sealed:v1:%' OR verification_code NOT LIKE 'mac:%';
