-- Row level security says which rows, V0130 which columns are written; these say which are read. A token, a
-- code and the token of an invitation are nobody's to read, not even their owner's: they are compared or used
-- by the gateway alone.
REVOKE SELECT ON public.whatsapp_integrations, public.household_members FROM authenticated;
GRANT SELECT (id, user_id, phone_number, is_verified, webhook_url, business_account_id, is_active,
    created_at, updated_at)
  ON public.whatsapp_integrations TO authenticated;
GRANT SELECT (id, household_id, user_id, member_type, permission_level, can_view_progress, can_view_mood_data,
    can_receive_alerts, invitation_status, invited_by, joined_at, created_at)
  ON public.household_members TO authenticated;

-- A memory belongs to a talk of the same person, or to none: a reference to another's talk would tell that it
-- is there, and keep it from being erased.
CREATE POLICY "A memory belongs to a talk of its person"
ON public.conversation_memory AS RESTRICTIVE FOR INSERT TO authenticated
WITH CHECK (
  session_id IS NULL
  OR EXISTS (SELECT 1 FROM public.therapy_sessions s
    WHERE s.id = session_id AND s.user_id = conversation_memory.user_id)
);
CREATE POLICY "A memory stays with a talk of its person"
ON public.conversation_memory AS RESTRICTIVE FOR UPDATE TO authenticated
USING (TRUE)
WITH CHECK (
  session_id IS NULL
  OR EXISTS (SELECT 1 FROM public.therapy_sessions s
    WHERE s.id = session_id AND s.user_id = conversation_memory.user_id)
);
