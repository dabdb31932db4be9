package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Permission;
import java.util.List;
import java.util.Optional;

/**
 * A table of {@code public} as callers see it: whose its rows are, which columns are shown (tokens
 * and codes never are), and in which order they are listed.
 */
public enum Resource {
  PROFILES(
      "profiles",
      "id",
      "created_at",
      Permission.SEE_USERS,
      "id, email, name, avatar_url, preferred_language, preferred_currency, onboarding_complete,"
          + " subscription_plan, created_at, updated_at"),
  SETTINGS(
      "whatsapp_config",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, ai_personality_id, response_delay_seconds, business_hours_enabled,"
          + " business_hours_start, business_hours_end, business_timezone, auto_responses_enabled,"
          + " crisis_escalation_enabled, message_encryption_enabled, created_at, updated_at"),
  CULTURAL_PROFILES(
      "user_cultural_profiles",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, primary_language, cultural_background, family_structure, communication_style,"
          + " religious_considerations, religious_details, therapy_approach_preferences,"
          + " cultural_sensitivities, created_at, updated_at"),
  INTEGRATIONS(
      "whatsapp_integrations",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, phone_number, is_verified, webhook_url, business_account_id, is_active,"
          + " created_at, updated_at"),
  CONTACTS(
      "emergency_contacts",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, name, phone_number, email, relationship, contact_type, is_primary, is_active,"
          + " notes, must_not_be_told, safe_for_abuse, created_at, updated_at"),
  GOALS(
      "goals",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, title, description, category, target_value, current_progress, target_date,"
          + " status, priority, is_completed, streak_count, best_streak, last_progress_date,"
          + " created_at, updated_at"),
  ACHIEVEMENTS(
      "goal_achievements",
      "user_id",
      "unlocked_at",
      Permission.SEE_USERS,
      "id, user_id, goal_id, achievement_type, title, description, icon, points_earned, metadata,"
          + " unlocked_at"),
  INSIGHTS(
      "goal_insights",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, goal_id, insight_type, title, description, action_items, confidence_score,"
          + " priority, expires_at, viewed_at, acted_upon_at, created_at"),
  RECOMMENDATIONS(
      "personalized_recommendations",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, recommendation_type, title, description, reasoning, priority_score,"
          + " estimated_impact, is_active, shown_at, acted_upon_at, created_at"),
  MOODS(
      "mood_entries",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, mood, note, created_at"),
  ASSESSMENTS(
      "assessments",
      "user_id",
      "created_at",
      Permission.SEE_USERS,
      "id, user_id, instrument, answers, score, severity, created_at"),
  MEMORIES(
      "conversation_memory",
      "user_id",
      "created_at",
      Permission.READ_CONVERSATIONS,
      "id, user_id, session_id, memory_type, title, content, tags, emotional_context,"
          + " importance_score, is_active, created_at, updated_at"),
  SESSIONS(
      "therapy_sessions",
      "user_id",
      "start_time",
      Permission.READ_CONVERSATIONS,
      "id, user_id, therapist_personality_id, start_time, end_time, session_type, mood_before,"
          + " mood_after, session_notes, ai_insights, crisis_flags, created_at"),
  MESSAGES(
      "whatsapp_messages",
      "user_id",
      "timestamp",
      Permission.READ_CONVERSATIONS,
      "id, integration_id, user_id, whatsapp_message_id, sender_type, message_type, content,"
          + " ai_response_metadata, therapy_session_id, delivery_status, error_message, timestamp,"
          + " channel"),
  CRISIS_ASSESSMENTS(
      "crisis_assessments",
      "user_id",
      "created_at",
      Permission.SEE_CRISES,
      "id, user_id, message_id, level, category, categories, evidence, source, close_abuse,"
          + " created_at"),
  CRISIS_INTERVENTIONS(
      "crisis_interventions",
      "user_id",
      "created_at",
      Permission.SEE_CRISES,
      "id, user_id, crisis_assessment_id, intervention_type, status, intervention_data,"
          + " response_time_minutes, outcome, follow_up_required, created_at, completed_at"),
  HOUSEHOLDS(
      "households",
      "",
      "created_at",
      Permission.SEE_USERS,
      "id, name, primary_account_holder_id, plan_type, max_members, is_active, created_at,"
          + " updated_at"),
  HOUSEHOLD_MEMBERS(
      "household_members",
      "household_id",
      "created_at",
      Permission.SEE_USERS,
      "id, household_id, user_id, member_type, permission_level, can_view_progress,"
          + " can_view_mood_data, can_receive_alerts, invitation_status, invited_by, joined_at,"
          + " created_at"),
  FAMILY_ALERTS(
      "family_alerts",
      "household_id",
      "created_at",
      Permission.SEE_USERS,
      "id, household_id, member_user_id, alert_type, severity, title, description, alert_data,"
          + " is_acknowledged, acknowledged_by, acknowledged_at, created_at"),
  PERSONALITIES(
      "therapist_personalities",
      "",
      "created_at",
      Permission.EDIT_PERSONALITIES,
      "id, name, title, description, approach, specialties, communication_style,"
          + " personality_traits, effectiveness_areas, color_scheme, icon, is_active, created_at"),
  USER_ANALYTICS(
      "user_behavior_analytics",
      "user_id",
      "date",
      Permission.SEE_ANALYTICS,
      "id, user_id, date, sessions_count, total_session_minutes, goals_created, goals_completed,"
          + " assessments_taken, mood_entries, average_mood, engagement_score, retention_score,"
          + " feature_usage, created_at, updated_at"),
  PLATFORM_ANALYTICS(
      "platform_analytics",
      "",
      "date",
      Permission.SEE_ANALYTICS,
      "id, date, total_users, active_users, new_signups, total_sessions,"
          + " average_session_duration, total_assessments, crisis_interventions, created_at");

  private final String table;
  private final String owner;
  private final String time;
  private final Permission seenBy;
  private final String columns;

  Resource(String table, String owner, String time, Permission seenBy, String columns) {
    this.table = table;
    this.owner = owner;
    this.time = time;
    this.seenBy = seenBy;
    this.columns = columns;
  }

  /** The table's name, which the audit log uses too. */
  public String table() {
    return table;
  }

  /** What lets somebody else than the owner of the rows see them. */
  public Permission seenBy() {
    return seenBy;
  }

  /** The columns that are shown. */
  public List<String> columns() {
    return List.of(columns.split(", *", -1));
  }

  /** Whether an operator's reading of it goes into the audit log: somebody's words. */
  public boolean isConversation() {
    return seenBy == Permission.READ_CONVERSATIONS;
  }

  /** The column that says whose the rows are; empty where they are nobody's. */
  Optional<String> owner() {
    return owner.isEmpty() ? Optional.empty() : Optional.of(owner);
  }

  /** Rows are listed by it, the latest first. */
  String time() {
    return time;
  }

  String qualified() {
    return "public." + table;
  }

  String shown() {
    return "t." + String.join(", t.", columns());
  }
}
