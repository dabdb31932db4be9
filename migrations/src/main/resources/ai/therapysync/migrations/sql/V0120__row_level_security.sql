-- Who may see and change which rows. The gateway itself works as the owner, whom none of this binds.
-- Policies without a TO are the documented ones, word for word; the others follow one pattern:
--   own rows               read; written where the API lets a person write
--   members of a household by their can_… flags
--   operators              by role, with has_role: the documented is_admin would show a chat to
--                          administrators of content and of figures
-- A subselect around a function that does not depend on the row makes PostgreSQL ask it once, not per row.

ALTER TABLE public.assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conversation_memory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.crisis_assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.crisis_interventions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.emergency_contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.family_alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.goal_achievements ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.goal_insights ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.goals ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.household_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.households ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.mood_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.performance_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.personalized_recommendations ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_analytics ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.therapist_personalities ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.therapy_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.user_behavior_analytics ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.user_cultural_profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.user_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.whatsapp_config ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.whatsapp_integrations ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.whatsapp_messages ENABLE ROW LEVEL SECURITY;

-- The documented policies.

CREATE POLICY "Users can view own profile"
ON public.profiles FOR SELECT
USING (auth.uid() = id);

CREATE POLICY "Users can update own profile"
ON public.profiles FOR UPDATE
USING (auth.uid() = id);

CREATE POLICY "Users can manage their own sessions"
ON public.therapy_sessions FOR ALL
USING (auth.uid() = user_id);

CREATE POLICY "Users can view their own crisis interventions"
ON public.crisis_interventions FOR SELECT
USING (auth.uid() = user_id);

CREATE POLICY "Admins can view all crisis interventions"
ON public.crisis_interventions FOR SELECT
USING (public.is_admin(auth.uid()));

CREATE POLICY "Household members can view family alerts"
ON public.family_alerts FOR SELECT
USING (
  household_id IN (
    SELECT household_id FROM public.household_members
    WHERE user_id = auth.uid() AND can_receive_alerts = TRUE
  )
  OR
  household_id IN (
    SELECT id FROM public.households
    WHERE primary_account_holder_id = auth.uid()
  )
);

-- The documented policy on family alerts, and none of ours, may let in who was invited and has not accepted.

CREATE POLICY "Only people of the household see its alerts"
ON public.family_alerts AS RESTRICTIVE FOR ALL TO authenticated
USING (
  household_id IN (SELECT gateway.callers_households())
  OR member_user_id = (SELECT auth.uid())
  OR (SELECT gateway.caller_is('admin', 'super_admin', 'support_admin'))
);

CREATE POLICY "Only people of the household see it"
ON public.households AS RESTRICTIVE FOR ALL TO authenticated
USING (
  id IN (SELECT gateway.callers_households())
  OR primary_account_holder_id = (SELECT auth.uid())
  OR (SELECT gateway.caller_is('admin', 'super_admin', 'support_admin'))
);

CREATE POLICY "Only people of the household see its members"
ON public.household_members AS RESTRICTIVE FOR ALL TO authenticated
USING (
  household_id IN (SELECT gateway.callers_households())
  OR user_id = (SELECT auth.uid())
  OR (SELECT gateway.caller_is('admin', 'super_admin', 'support_admin'))
);

-- Own rows that can be read.

CREATE POLICY "Users can view their own roles"
ON public.user_roles FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own assessments"
ON public.assessments FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own crisis assessments"
ON public.crisis_assessments FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own goal achievements"
ON public.goal_achievements FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own goal insights"
ON public.goal_insights FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own mood entries"
ON public.mood_entries FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own performance metrics"
ON public.performance_metrics FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own recommendations"
ON public.personalized_recommendations FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own behavior analytics"
ON public.user_behavior_analytics FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own messages"
ON public.whatsapp_messages FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can view family alerts about themselves"
ON public.family_alerts FOR SELECT TO authenticated
USING (member_user_id = (SELECT auth.uid()));

-- Own rows that the person keeps; which columns, the privileges say.

CREATE POLICY "Users can manage their own memories"
ON public.conversation_memory FOR ALL TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can manage their own emergency contacts"
ON public.emergency_contacts FOR ALL TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can manage their own goals"
ON public.goals FOR ALL TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can manage their own cultural profile"
ON public.user_cultural_profiles FOR ALL TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can manage their own settings"
ON public.whatsapp_config FOR ALL TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "Users can manage their own numbers"
ON public.whatsapp_integrations FOR ALL TO authenticated
USING (user_id = (SELECT auth.uid()));

-- Households. An invited person sees the invitation, to be able to answer it, and nothing else.

CREATE POLICY "People of a household can view it"
ON public.households FOR SELECT TO authenticated
USING (id IN (SELECT gateway.callers_households()) OR primary_account_holder_id = (SELECT auth.uid()));

CREATE POLICY "Users can view their own memberships"
ON public.household_members FOR SELECT TO authenticated
USING (user_id = (SELECT auth.uid()));

CREATE POLICY "People of a household can view its accepted members"
ON public.household_members FOR SELECT TO authenticated
USING (invitation_status = 'accepted' AND household_id IN (SELECT gateway.callers_households()));

-- Read through the policies of households: the caller sees those that they hold.
CREATE POLICY "Primary account holders can view all members"
ON public.household_members FOR SELECT TO authenticated
USING (household_id IN (
  SELECT h.id FROM public.households h WHERE h.primary_account_holder_id = (SELECT auth.uid())
));

CREATE POLICY "Users can answer their own invitation"
ON public.household_members FOR UPDATE TO authenticated
USING (user_id = (SELECT auth.uid()) AND invitation_status = 'pending')
WITH CHECK (user_id = (SELECT auth.uid()) AND invitation_status IN ('accepted', 'declined'));

CREATE POLICY "Household members can view progress of goals"
ON public.goals FOR SELECT TO authenticated
USING (user_id IN (SELECT gateway.people_opened_to_caller('can_view_progress')));

CREATE POLICY "Household members can view goal achievements"
ON public.goal_achievements FOR SELECT TO authenticated
USING (user_id IN (SELECT gateway.people_opened_to_caller('can_view_progress')));

CREATE POLICY "Household members can view moods"
ON public.mood_entries FOR SELECT TO authenticated
USING (user_id IN (SELECT gateway.people_opened_to_caller('can_view_mood_data')));

-- A day's figures show progress and mood in one row.
CREATE POLICY "Household members can view daily figures"
ON public.user_behavior_analytics FOR SELECT TO authenticated
USING (user_id IN (SELECT gateway.people_opened_to_caller('can_view_progress and can_view_mood_data')));

-- Operators: users.

CREATE POLICY "Operators can view profiles"
ON public.profiles FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can update profiles"
ON public.profiles FOR UPDATE TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Administrators can view roles"
ON public.user_roles FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin')));

CREATE POLICY "Operators can manage emergency contacts"
ON public.emergency_contacts FOR ALL TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can manage goals"
ON public.goals FOR ALL TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can manage cultural profiles"
ON public.user_cultural_profiles FOR ALL TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can manage settings"
ON public.whatsapp_config FOR ALL TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can manage numbers"
ON public.whatsapp_integrations FOR ALL TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view assessments"
ON public.assessments FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view goal achievements"
ON public.goal_achievements FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view goal insights"
ON public.goal_insights FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view mood entries"
ON public.mood_entries FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view recommendations"
ON public.personalized_recommendations FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view households"
ON public.households FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view household members"
ON public.household_members FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view family alerts"
ON public.family_alerts FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

-- Operators: conversations and crises, which moderators read.

CREATE POLICY "Operators can view messages"
ON public.whatsapp_messages FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin', 'moderator')));

CREATE POLICY "Operators can view memories"
ON public.conversation_memory FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin', 'moderator')));

CREATE POLICY "Operators can add memories"
ON public.conversation_memory FOR INSERT TO authenticated
WITH CHECK ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can change memories"
ON public.conversation_memory FOR UPDATE TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can delete memories"
ON public.conversation_memory FOR DELETE TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view sessions"
ON public.therapy_sessions FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin', 'moderator')));

CREATE POLICY "Operators can add sessions"
ON public.therapy_sessions FOR INSERT TO authenticated
WITH CHECK ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can change sessions"
ON public.therapy_sessions FOR UPDATE TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can delete sessions"
ON public.therapy_sessions FOR DELETE TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin')));

CREATE POLICY "Operators can view crisis assessments"
ON public.crisis_assessments FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'support_admin', 'moderator')));

CREATE POLICY "Moderators can view crisis interventions"
ON public.crisis_interventions FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('moderator')));

-- Operators: figures, personalities.

CREATE POLICY "Analysts can view behavior analytics"
ON public.user_behavior_analytics FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'analytics_admin')));

CREATE POLICY "Analysts can view platform analytics"
ON public.platform_analytics FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'analytics_admin')));

CREATE POLICY "Analysts can view performance metrics"
ON public.performance_metrics FOR SELECT TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'analytics_admin')));

CREATE POLICY "Everybody with a login can view personalities"
ON public.therapist_personalities FOR SELECT TO authenticated
USING (TRUE);

CREATE POLICY "Content administrators can add personalities"
ON public.therapist_personalities FOR INSERT TO authenticated
WITH CHECK ((SELECT gateway.caller_is('admin', 'super_admin', 'content_admin')));

CREATE POLICY "Content administrators can change personalities"
ON public.therapist_personalities FOR UPDATE TO authenticated
USING ((SELECT gateway.caller_is('admin', 'super_admin', 'content_admin')));
