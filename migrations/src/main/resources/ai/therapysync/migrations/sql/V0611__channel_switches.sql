-- What operators have switched off for the whole gateway: a channel (sms, whatsapp, email) or a provider (twilio,
-- meta, smtp). A row is off; every node reads it before it hands a message over.
CREATE TABLE gateway.channel_switches (
    part TEXT PRIMARY KEY,
    off_since TIMESTAMPTZ NOT NULL
);
