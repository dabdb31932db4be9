-- What the policies ask. Each answers for the caller only (auth.uid()), so that nobody can ask about others;
-- and runs with the owner's rights, so that a policy on household_members does not call itself.

CREATE FUNCTION gateway.caller_is(VARIADIC roles public.app_role[]) RETURNS BOOLEAN
LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (SELECT 1 FROM unnest(roles) AS asked(role) WHERE public.has_role(auth.uid(), asked.role))
$$;

-- Households that are in use and in which the caller is an accepted member or the primary account holder.
CREATE FUNCTION gateway.callers_households() RETURNS SETOF UUID
LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT h.id FROM public.households h
  WHERE h.is_active IS NOT FALSE
    AND (h.primary_account_holder_id = auth.uid()
      OR EXISTS (
        SELECT 1 FROM public.household_members m
        WHERE m.household_id = h.id AND m.user_id = auth.uid() AND m.invitation_status = 'accepted'))
$$;

-- The other people of those households in which the caller, an accepted member, has the flag of that name.
CREATE FUNCTION gateway.people_opened_to_caller(flag TEXT) RETURNS SETOF UUID
LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = ''
AS $$
  WITH opened AS (
    SELECT h.id, h.primary_account_holder_id
    FROM public.household_members mine
    JOIN public.households h ON h.id = mine.household_id
    WHERE mine.user_id = auth.uid()
      AND mine.invitation_status = 'accepted'
      AND h.is_active IS NOT FALSE
      AND CASE flag
        WHEN 'can_view_progress' THEN mine.can_view_progress
        WHEN 'can_view_mood_data' THEN mine.can_view_mood_data
        WHEN 'can_view_progress and can_view_mood_data' THEN mine.can_view_progress AND mine.can_view_mood_data
        ELSE FALSE
      END
  )
  SELECT opened.primary_account_holder_id FROM opened
  UNION
  SELECT m.user_id FROM opened
  JOIN public.household_members m ON m.household_id = opened.id
  WHERE m.invitation_status = 'accepted'
$$;

REVOKE ALL ON FUNCTION
    gateway.caller_is(public.app_role[]), gateway.callers_households(), gateway.people_opened_to_caller(TEXT)
  FROM PUBLIC, anon, authenticated;
GRANT EXECUTE ON FUNCTION
    gateway.caller_is(public.app_role[]), gateway.callers_households(), gateway.people_opened_to_caller(TEXT)
  TO authenticated;
