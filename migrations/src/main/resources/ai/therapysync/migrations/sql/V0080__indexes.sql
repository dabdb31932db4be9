-- The documented ones.
CREATE INDEX idx_therapy_sessions_user_id_created ON public.therapy_sessions(user_id, created_at DESC);
CREATE INDEX idx_whatsapp_messages_user_id_timestamp ON public.whatsapp_messages(user_id, timestamp DESC);
CREATE INDEX idx_crisis_interventions_user_id_created ON public.crisis_interventions(user_id, created_at DESC);
CREATE INDEX idx_goals_user_id_status ON public.goals(user_id, status);
CREATE INDEX idx_conversation_memory_user_id_importance ON public.conversation_memory(user_id, importance_score DESC);

CREATE INDEX idx_conversation_memory_content_fts ON public.conversation_memory USING gin(to_tsvector('english', content));
CREATE INDEX idx_goals_title_description_fts ON public.goals USING gin(to_tsvector('english', title || ' ' || COALESCE(description, '')));

-- For every language but English: no stemming, no stop words.
CREATE INDEX idx_conversation_memory_content_fts_simple ON public.conversation_memory USING gin(to_tsvector('simple', content));
CREATE INDEX idx_goals_title_description_fts_simple ON public.goals USING gin(to_tsvector('simple', title || ' ' || COALESCE(description, '')));

-- What may be there only once. A verified number names exactly one person, however it is written.
CREATE UNIQUE INDEX idx_whatsapp_config_user_id_unique ON public.whatsapp_config(user_id);
CREATE UNIQUE INDEX idx_user_cultural_profiles_user_id_unique ON public.user_cultural_profiles(user_id);
CREATE UNIQUE INDEX idx_whatsapp_integrations_verified_number_unique
    ON public.whatsapp_integrations(gateway.digits(phone_number)) WHERE is_verified AND is_active;
CREATE UNIQUE INDEX idx_whatsapp_messages_whatsapp_message_id_unique
    ON public.whatsapp_messages(whatsapp_message_id) WHERE whatsapp_message_id IS NOT NULL;

-- Whose number is it?
CREATE INDEX idx_whatsapp_integrations_digits ON public.whatsapp_integrations(gateway.digits(phone_number));
CREATE INDEX idx_emergency_contacts_digits ON public.emergency_contacts(gateway.digits(phone_number));

-- A person's rows in every table, for row level security, exports and erasure.
CREATE INDEX idx_assessments_user_id_created ON public.assessments(user_id, created_at DESC);
CREATE INDEX idx_crisis_assessments_user_id_created ON public.crisis_assessments(user_id, created_at DESC);
CREATE INDEX idx_emergency_contacts_user_id ON public.emergency_contacts(user_id);
CREATE INDEX idx_goal_achievements_user_id ON public.goal_achievements(user_id);
CREATE INDEX idx_goal_insights_user_id ON public.goal_insights(user_id);
CREATE INDEX idx_mood_entries_user_id_created ON public.mood_entries(user_id, created_at DESC);
CREATE INDEX idx_performance_metrics_user_id ON public.performance_metrics(user_id);
CREATE INDEX idx_personalized_recommendations_user_id ON public.personalized_recommendations(user_id);
CREATE INDEX idx_whatsapp_integrations_user_id ON public.whatsapp_integrations(user_id);

-- Households: who is in it, which ones am I in.
CREATE INDEX idx_households_primary_account_holder_id ON public.households(primary_account_holder_id);
CREATE INDEX idx_household_members_household_id ON public.household_members(household_id);
CREATE INDEX idx_household_members_user_id ON public.household_members(user_id);
CREATE INDEX idx_household_members_invited_by ON public.household_members(invited_by);
CREATE INDEX idx_family_alerts_household_id_created ON public.family_alerts(household_id, created_at DESC);
CREATE INDEX idx_family_alerts_member_user_id ON public.family_alerts(member_user_id);
CREATE INDEX idx_family_alerts_acknowledged_by ON public.family_alerts(acknowledged_by);

-- What else refers to a row that may be deleted: without these each deletion reads the whole table.
CREATE INDEX idx_whatsapp_messages_integration_id ON public.whatsapp_messages(integration_id);
CREATE INDEX idx_whatsapp_messages_therapy_session_id ON public.whatsapp_messages(therapy_session_id);
CREATE INDEX idx_therapy_sessions_therapist_personality_id ON public.therapy_sessions(therapist_personality_id);
CREATE INDEX idx_conversation_memory_session_id ON public.conversation_memory(session_id);
CREATE INDEX idx_goal_achievements_goal_id ON public.goal_achievements(goal_id);
CREATE INDEX idx_goal_insights_goal_id ON public.goal_insights(goal_id);
CREATE INDEX idx_crisis_assessments_message_id ON public.crisis_assessments(message_id);

-- The operators' list of incidents, and the nightly figures.
CREATE INDEX idx_crisis_interventions_status_created ON public.crisis_interventions(status, created_at DESC);
CREATE INDEX idx_therapy_sessions_start_time ON public.therapy_sessions(start_time);
CREATE INDEX idx_whatsapp_messages_timestamp ON public.whatsapp_messages(timestamp);
