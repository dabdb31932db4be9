-- Drops what the migrations have created: the tables of `public`, the schema `gateway` with the history, and
-- the schema `auth` if it is ours. The history says whether the tables of those names are ours at all.
-- Roles stay: they belong to the whole cluster.
DO $reset$
DECLARE
  tables_are_ours BOOLEAN := FALSE;
BEGIN
  IF to_regclass('gateway.schema_history') IS NOT NULL THEN
    SELECT EXISTS (SELECT 1 FROM gateway.schema_history WHERE version = '0030' AND success)
      INTO tables_are_ours;
  END IF;

  IF tables_are_ours THEN
    DROP TABLE IF EXISTS
      public.performance_metrics, public.platform_analytics, public.user_behavior_analytics,
      public.family_alerts, public.household_members, public.households,
      public.emergency_contacts, public.crisis_interventions, public.crisis_assessments,
      public.whatsapp_messages, public.whatsapp_config, public.whatsapp_integrations,
      public.mood_entries, public.assessments, public.goal_insights, public.goal_achievements, public.goals,
      public.user_cultural_profiles, public.personalized_recommendations, public.conversation_memory,
      public.therapy_sessions, public.therapist_personalities,
      public.user_roles, public.profiles
      CASCADE;
    DROP FUNCTION IF EXISTS
      public.aggregate_daily_analytics(), public.aggregate_daily_analytics(DATE),
      public.is_admin(UUID), public.has_role(UUID, public.app_role)
      CASCADE;
    DROP TYPE IF EXISTS public.app_role CASCADE;
  END IF;

  IF obj_description(to_regnamespace('auth'), 'pg_namespace')
      = 'Subset of Supabase''s auth schema, created by TherapySync Gateway' THEN
    DROP SCHEMA auth CASCADE;
  END IF;
  DROP SCHEMA IF EXISTS gateway CASCADE;
END
$reset$;
