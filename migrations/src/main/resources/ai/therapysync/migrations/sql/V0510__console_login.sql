-- The console's door. What a browser holds is never stored: sessions are found by a keyed hash of their id,
-- recovery codes and throttled addresses stand as keyed hashes, the secret of a second factor is sealed.
ALTER TABLE gateway.operator_logins
    ADD COLUMN totp_secret TEXT,
    ADD COLUMN totp_confirmed_at TIMESTAMPTZ,
    ADD COLUMN totp_last_step BIGINT,
    ADD COLUMN password_changed_at TIMESTAMPTZ,
    ADD COLUMN last_login_at TIMESTAMPTZ;

CREATE TABLE gateway.recovery_codes (
    user_id UUID NOT NULL,
    code_mac TEXT NOT NULL,
    PRIMARY KEY (user_id, code_mac)
);

-- notice: what the next page tells its reader once.
CREATE TABLE gateway.console_sessions (
    id UUID PRIMARY KEY,
    session_mac TEXT NOT NULL UNIQUE,
    user_id UUID NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    second_factor BOOLEAN NOT NULL DEFAULT FALSE,
    address TEXT NOT NULL,
    browser TEXT NOT NULL,
    notice TEXT
);
CREATE INDEX console_sessions_user ON gateway.console_sessions (user_id);
CREATE INDEX console_sessions_created ON gateway.console_sessions (created_at);

-- Attempts to log in, by whom they are counted: each is counted as a failure before it is looked at, so that
-- many at once are no way round. Nothing here locks anybody out for good.
CREATE TABLE gateway.login_attempts (
    attempt_mac TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TIMESTAMPTZ NOT NULL,
    open_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX login_attempts_last ON gateway.login_attempts (last_at);

-- What the console's live view looks for every two seconds.
CREATE INDEX inbound_received ON gateway.inbound (received_at);
