-- The rules of the ladder, for all (no user_id) or for one person; what is null is as the row for all says,
-- and where that is silent, as the program's own policy says.
CREATE TABLE gateway.escalation_policies (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID,
    ack_timeout INTERVAL CHECK (ack_timeout BETWEEN '10 seconds' AND '1 day'),
    rounds INTEGER CHECK (rounds BETWEEN 1 AND 100),
    ask_reached_after INTERVAL CHECK (ask_reached_after BETWEEN '1 minute' AND '1 day'),
    receipt_within INTERVAL CHECK (receipt_within BETWEEN '10 seconds' AND '1 hour'),
    operator_reminder INTERVAL CHECK (operator_reminder BETWEEN '1 minute' AND '1 day'),
    pages_from TEXT CHECK (pages_from IN ('high', 'imminent')),
    by_sms BOOLEAN,
    by_mail BOOLEAN,
    family BOOLEAN,
    first_name BOOLEAN,
    check_in_after INTERVAL CHECK (check_in_after BETWEEN '1 hour' AND '7 days'),
    check_ins INTEGER CHECK (check_ins BETWEEN 1 AND 30),
    quiet INTERVAL CHECK (quiet BETWEEN '1 day' AND '90 days'),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
    UNIQUE NULLS NOT DISTINCT (user_id),
    CHECK (by_sms IS NOT FALSE OR by_mail IS NOT FALSE)
);
