-- On Supabase each new table of `public` belongs to everybody by default privileges. All of that is taken
-- back, and what a logged-in caller needs is given one by one. anon needs nothing here.
-- Row level security says which rows; these say which columns. They bind operators as well: what stands
-- here for nobody (is_verified, a role, a flag in a household) is a command of the gateway's.
DO $migration$
DECLARE
  ours CONSTANT TEXT[] := ARRAY[
    'assessments', 'conversation_memory', 'crisis_assessments', 'crisis_interventions', 'emergency_contacts',
    'family_alerts', 'goal_achievements', 'goal_insights', 'goals', 'household_members', 'households',
    'mood_entries', 'performance_metrics', 'personalized_recommendations', 'platform_analytics', 'profiles',
    'therapist_personalities', 'therapy_sessions', 'user_behavior_analytics', 'user_cultural_profiles',
    'user_roles', 'whatsapp_config', 'whatsapp_integrations', 'whatsapp_messages'];
  name TEXT;
BEGIN
  FOREACH name IN ARRAY ours LOOP
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, anon, authenticated', name);
    EXECUTE format('GRANT SELECT ON public.%I TO authenticated', name);
    EXECUTE format('GRANT ALL ON public.%I TO service_role', name);
  END LOOP;
  IF NOT has_schema_privilege('authenticated', 'public', 'USAGE') THEN
    GRANT USAGE ON SCHEMA public TO authenticated, service_role;
  END IF;
END
$migration$;

-- Not the e-mail address, to which family alerts go and which belongs to the login; not the plan.
GRANT UPDATE (name, avatar_url, preferred_language, preferred_currency, onboarding_complete)
  ON public.profiles TO authenticated;

-- Not what the companion writes: insights and crisis flags.
GRANT INSERT (id, user_id, therapist_personality_id, start_time, end_time, session_type,
    mood_before, mood_after, session_notes),
  UPDATE (therapist_personality_id, start_time, end_time, session_type, mood_before, mood_after, session_notes),
  DELETE
  ON public.therapy_sessions TO authenticated;

GRANT INSERT (id, user_id, session_id, memory_type, title, content, tags, emotional_context,
    importance_score, is_active),
  UPDATE (session_id, memory_type, title, content, tags, emotional_context, importance_score, is_active),
  DELETE
  ON public.conversation_memory TO authenticated;

GRANT INSERT (id, user_id, title, description, category, target_value, current_progress, target_date, status,
    priority, is_completed, streak_count, best_streak, last_progress_date),
  UPDATE (title, description, category, target_value, current_progress, target_date, status,
    priority, is_completed, streak_count, best_streak, last_progress_date),
  DELETE
  ON public.goals TO authenticated;

-- Not created_at, by which contacts are called in order.
GRANT INSERT (id, user_id, name, phone_number, email, relationship, contact_type, is_primary, is_active,
    notes, must_not_be_told, safe_for_abuse),
  UPDATE (name, phone_number, email, relationship, contact_type, is_primary, is_active,
    notes, must_not_be_told, safe_for_abuse),
  DELETE
  ON public.emergency_contacts TO authenticated;

GRANT INSERT (id, user_id, primary_language, cultural_background, family_structure, communication_style,
    religious_considerations, religious_details, therapy_approach_preferences, cultural_sensitivities),
  UPDATE (primary_language, cultural_background, family_structure, communication_style,
    religious_considerations, religious_details, therapy_approach_preferences, cultural_sensitivities)
  ON public.user_cultural_profiles TO authenticated;

GRANT INSERT (id, user_id, ai_personality_id, response_delay_seconds, business_hours_enabled,
    business_hours_start, business_hours_end, business_timezone, auto_responses_enabled,
    crisis_escalation_enabled, message_encryption_enabled),
  UPDATE (ai_personality_id, response_delay_seconds, business_hours_enabled,
    business_hours_start, business_hours_end, business_timezone, auto_responses_enabled,
    crisis_escalation_enabled, message_encryption_enabled)
  ON public.whatsapp_config TO authenticated;

-- Neither is_verified, nor the code (a person who may choose it could have a stranger send it by chance),
-- nor created_at, from which the code's fifteen minutes run; nor the token, which is stored sealed.
GRANT INSERT (id, user_id, phone_number, webhook_url, business_account_id, is_active),
  UPDATE (phone_number, webhook_url, business_account_id, is_active),
  DELETE
  ON public.whatsapp_integrations TO authenticated;

-- Only the answer to an invitation; policies say whose and which.
GRANT UPDATE (invitation_status) ON public.household_members TO authenticated;

GRANT INSERT, UPDATE ON public.therapist_personalities TO authenticated;
