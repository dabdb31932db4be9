-- The people for whom the ladder has rules of their own, who was changed last first.
CREATE INDEX escalation_policies_latest ON gateway.escalation_policies (updated_at DESC, id DESC)
    WHERE user_id IS NOT NULL;
