-- SECURITY DEFINER without a search_path would let a caller put tables of their own before ours: hence the
-- empty one and qualified names throughout.

CREATE FUNCTION public.has_role(_user_id UUID, _role public.app_role)
RETURNS BOOLEAN
LANGUAGE SQL
STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.user_roles
    WHERE user_id = _user_id AND role = _role AND is_active = TRUE
  );
$$;

-- The four documented roles, and 'admin', which is one by its name.
CREATE FUNCTION public.is_admin(_user_id UUID)
RETURNS BOOLEAN
LANGUAGE SQL
STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.user_roles
    WHERE user_id = _user_id
    AND role IN ('admin', 'super_admin', 'content_admin', 'support_admin', 'analytics_admin')
    AND is_active = TRUE
  );
$$;

-- The figures of one day, which begins and ends at midnight UTC: one row for everybody who did anything on
-- it, one for the platform. May be run again at any time and then says what is true by then.
--   goals_completed   complete, with the last progress on the day (without one, last changed on it)
--   engagement_score  a fifth for each session, at most 1
--   retention_score   the share of the seven days up to this one on which the person did anything
--   feature_usage     how often each part was used; parts that were not are left out
CREATE FUNCTION public.aggregate_daily_analytics(day DATE)
RETURNS VOID
LANGUAGE PLPGSQL
SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  begins CONSTANT TIMESTAMPTZ := aggregate_daily_analytics.day::timestamp AT TIME ZONE 'UTC';
  ends CONSTANT TIMESTAMPTZ := (aggregate_daily_analytics.day + 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
  INSERT INTO public.user_behavior_analytics AS figures (
    user_id, date, sessions_count, total_session_minutes,
    goals_created, goals_completed, assessments_taken, mood_entries, average_mood,
    engagement_score, retention_score, feature_usage
  )
  WITH sessions AS (
    SELECT ts.user_id, COUNT(*)::integer AS held,
      COALESCE(SUM(GREATEST(EXTRACT(EPOCH FROM (ts.end_time - ts.start_time)) / 60, 0)), 0)::integer AS minutes
    FROM public.therapy_sessions ts
    WHERE ts.start_time >= begins AND ts.start_time < ends
    GROUP BY ts.user_id
  ), goals_created AS (
    SELECT g.user_id, COUNT(*)::integer AS created
    FROM public.goals g
    WHERE g.created_at >= begins AND g.created_at < ends
    GROUP BY g.user_id
  ), goals_completed AS (
    SELECT g.user_id, COUNT(*)::integer AS completed
    FROM public.goals g
    WHERE g.is_completed
      AND COALESCE(g.last_progress_date, (g.updated_at AT TIME ZONE 'UTC')::date) = aggregate_daily_analytics.day
    GROUP BY g.user_id
  ), goals_advanced AS (
    SELECT g.user_id, COUNT(*)::integer AS advanced
    FROM public.goals g
    WHERE g.last_progress_date = aggregate_daily_analytics.day
    GROUP BY g.user_id
  ), questionnaires AS (
    SELECT a.user_id, COUNT(*)::integer AS taken
    FROM public.assessments a
    WHERE a.created_at >= begins AND a.created_at < ends
    GROUP BY a.user_id
  ), moods AS (
    SELECT m.user_id, COUNT(*)::integer AS entered, ROUND(AVG(m.mood), 2) AS average
    FROM public.mood_entries m
    WHERE m.created_at >= begins AND m.created_at < ends
    GROUP BY m.user_id
  ), messages AS (
    SELECT wm.user_id, COUNT(*)::integer AS written
    FROM public.whatsapp_messages wm
    WHERE wm.sender_type = 'user' AND wm.timestamp >= begins AND wm.timestamp < ends
    GROUP BY wm.user_id
  ), active AS (
    SELECT seen.user_id, COUNT(DISTINCT seen.active_on) AS days,
      bool_or(seen.active_on = aggregate_daily_analytics.day) AS on_the_day
    FROM gateway.days_of_activity(aggregate_daily_analytics.day - 6, aggregate_daily_analytics.day) AS seen
    GROUP BY seen.user_id
  )
  SELECT
    active.user_id,
    aggregate_daily_analytics.day,
    COALESCE(sessions.held, 0),
    COALESCE(sessions.minutes, 0),
    COALESCE(goals_created.created, 0),
    COALESCE(goals_completed.completed, 0),
    COALESCE(questionnaires.taken, 0),
    COALESCE(moods.entered, 0),
    COALESCE(moods.average, 0),
    LEAST(1.0, COALESCE(sessions.held, 0) * 0.2),
    ROUND(active.days / 7.0, 2),
    jsonb_strip_nulls(jsonb_build_object(
      'sessions', sessions.held,
      'messages', messages.written,
      'goals_created', goals_created.created,
      'goals_advanced', goals_advanced.advanced,
      'goals_completed', goals_completed.completed,
      'assessments', questionnaires.taken,
      'mood_entries', moods.entered))
  FROM active
  LEFT JOIN sessions USING (user_id)
  LEFT JOIN goals_created USING (user_id)
  LEFT JOIN goals_completed USING (user_id)
  LEFT JOIN goals_advanced USING (user_id)
  LEFT JOIN questionnaires USING (user_id)
  LEFT JOIN moods USING (user_id)
  LEFT JOIN messages USING (user_id)
  WHERE active.on_the_day
  ORDER BY active.user_id -- two runs at once lock rows in one order
  ON CONFLICT (user_id, date) DO UPDATE SET
    sessions_count = EXCLUDED.sessions_count,
    total_session_minutes = EXCLUDED.total_session_minutes,
    goals_created = EXCLUDED.goals_created,
    goals_completed = EXCLUDED.goals_completed,
    assessments_taken = EXCLUDED.assessments_taken,
    mood_entries = EXCLUDED.mood_entries,
    average_mood = EXCLUDED.average_mood,
    engagement_score = EXCLUDED.engagement_score,
    retention_score = EXCLUDED.retention_score,
    feature_usage = EXCLUDED.feature_usage,
    updated_at = NOW();

  INSERT INTO public.platform_analytics (
    date, total_users, active_users, new_signups, total_sessions,
    average_session_duration, total_assessments, crisis_interventions
  )
  SELECT
    aggregate_daily_analytics.day,
    (SELECT COUNT(*) FROM public.profiles p WHERE p.created_at < ends OR p.created_at IS NULL),
    (SELECT COUNT(DISTINCT seen.user_id)
      FROM gateway.days_of_activity(aggregate_daily_analytics.day, aggregate_daily_analytics.day) AS seen),
    (SELECT COUNT(*) FROM public.profiles p WHERE p.created_at >= begins AND p.created_at < ends),
    (SELECT COUNT(*) FROM public.therapy_sessions ts WHERE ts.start_time >= begins AND ts.start_time < ends),
    -- The documented column holds at most 999.99 minutes; a session forgotten for a day is longer.
    COALESCE((SELECT LEAST(AVG(GREATEST(EXTRACT(EPOCH FROM (ts.end_time - ts.start_time)) / 60, 0)), 999.99)
      FROM public.therapy_sessions ts
      WHERE ts.start_time >= begins AND ts.start_time < ends AND ts.end_time IS NOT NULL), 0),
    (SELECT COUNT(*) FROM public.assessments a WHERE a.created_at >= begins AND a.created_at < ends),
    (SELECT COUNT(*) FROM public.crisis_interventions ci WHERE ci.created_at >= begins AND ci.created_at < ends)
  ON CONFLICT (date) DO UPDATE SET
    total_users = EXCLUDED.total_users,
    active_users = EXCLUDED.active_users,
    new_signups = EXCLUDED.new_signups,
    total_sessions = EXCLUDED.total_sessions,
    average_session_duration = EXCLUDED.average_session_duration,
    total_assessments = EXCLUDED.total_assessments,
    crisis_interventions = EXCLUDED.crisis_interventions;
END;
$$;

-- On which of the days (UTC, both ends included) each person did anything.
CREATE FUNCTION gateway.days_of_activity(first_day DATE, last_day DATE)
RETURNS TABLE (user_id UUID, active_on DATE)
LANGUAGE SQL
STABLE SET search_path = ''
AS $$
  WITH span AS (
    SELECT first_day::timestamp AT TIME ZONE 'UTC' AS begins,
      (last_day + 1)::timestamp AT TIME ZONE 'UTC' AS ends
  ), happened (user_id, at) AS (
    SELECT ts.user_id, ts.start_time FROM public.therapy_sessions ts, span
      WHERE ts.start_time >= span.begins AND ts.start_time < span.ends
    UNION ALL
    SELECT g.user_id, g.created_at FROM public.goals g, span
      WHERE g.created_at >= span.begins AND g.created_at < span.ends
    UNION ALL
    SELECT g.user_id, g.updated_at FROM public.goals g, span
      WHERE g.is_completed AND g.last_progress_date IS NULL
        AND g.updated_at >= span.begins AND g.updated_at < span.ends
    UNION ALL
    SELECT a.user_id, a.created_at FROM public.assessments a, span
      WHERE a.created_at >= span.begins AND a.created_at < span.ends
    UNION ALL
    SELECT m.user_id, m.created_at FROM public.mood_entries m, span
      WHERE m.created_at >= span.begins AND m.created_at < span.ends
    UNION ALL
    SELECT wm.user_id, wm.timestamp FROM public.whatsapp_messages wm, span
      WHERE wm.sender_type = 'user' AND wm.timestamp >= span.begins AND wm.timestamp < span.ends
  )
  SELECT happened.user_id, (happened.at AT TIME ZONE 'UTC')::date FROM happened
  UNION
  SELECT g.user_id, g.last_progress_date FROM public.goals g
    WHERE g.last_progress_date BETWEEN first_day AND last_day
$$;

-- The documented call: yesterday. A default for the day instead of a second function would make a call
-- without arguments ambiguous.
CREATE FUNCTION public.aggregate_daily_analytics()
RETURNS VOID
LANGUAGE PLPGSQL
SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM public.aggregate_daily_analytics((NOW() AT TIME ZONE 'UTC')::date - 1);
END;
$$;

-- Supabase's default privileges hand every new function of `public` to anon and authenticated.
REVOKE ALL ON FUNCTION
    public.has_role(UUID, public.app_role),
    public.is_admin(UUID),
    public.aggregate_daily_analytics(),
    public.aggregate_daily_analytics(DATE),
    gateway.days_of_activity(DATE, DATE)
  FROM PUBLIC, anon, authenticated;
-- Policies ask these two with the caller's rights.
GRANT EXECUTE ON FUNCTION public.has_role(UUID, public.app_role) TO authenticated, service_role;
GRANT EXECUTE ON FUNCTION public.is_admin(UUID) TO authenticated, service_role;
GRANT EXECUTE ON FUNCTION public.aggregate_daily_analytics() TO service_role;
GRANT EXECUTE ON FUNCTION public.aggregate_daily_analytics(DATE) TO service_role;
