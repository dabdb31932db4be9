package ai.therapysync.migrations;

import java.util.List;
import java.util.UUID;

/** Puts people with a row in every table that knows people into a database, as the owner does. */
record People(Database database) {
  /** A login and a profile, and nothing else. */
  UUID join(String name) {
    UUID id = UUID.randomUUID();
    database.execute("INSERT INTO auth.users (id, email) VALUES (?, ?)", id, id + "@example.org");
    database.execute(
        "INSERT INTO profiles (id, email, name) VALUES (?, 'a@example.org', ?)", id, name);
    return id;
  }

  UUID operator(String role) {
    UUID id = join(role);
    database.execute("INSERT INTO user_roles (user_id, role) VALUES (?, ?::app_role)", id, role);
    return id;
  }

  /** Somebody with a row in every table. */
  UUID joinWithAFullLife(String name) {
    UUID id = join(name);
    for (String statement : FULL_LIFE) {
      database.execute(statement.replace(":me", "'" + id + "'::uuid"));
    }
    return id;
  }

  UUID household(UUID holder) {
    return UUID.fromString(
        database.value(
            "INSERT INTO households (name, primary_account_holder_id) VALUES ('home', ?) RETURNING id",
            holder));
  }

  /**
   * @param columns of household_members to be true
   */
  void invite(UUID household, UUID person, String status, String... columns) {
    database.execute(
        "INSERT INTO household_members (household_id, user_id, invitation_status) VALUES (?, ?, ?)",
        household,
        person,
        status);
    for (String column : columns) {
      database.execute(
          "UPDATE household_members SET %s = true WHERE household_id = ? AND user_id = ?"
              .formatted(column),
          household,
          person);
    }
  }

  private static final List<String> FULL_LIFE =
      List.of(
          "INSERT INTO user_roles (user_id, role) VALUES (:me, 'user')",
          "INSERT INTO therapy_sessions (user_id) VALUES (:me)",
          """
          INSERT INTO conversation_memory (user_id, memory_type, title, content)
          VALUES (:me, 'fact', 'a dog', 'has a dog')
          """,
          """
          INSERT INTO personalized_recommendations
            (user_id, recommendation_type, title, description, reasoning, priority_score, estimated_impact)
          VALUES (:me, 'walk', 'walk', 'walk', 'it helps', 1, 1)
          """,
          "INSERT INTO user_cultural_profiles (user_id) VALUES (:me)",
          "INSERT INTO goals (user_id, title, category) VALUES (:me, 'sleep', 'health')",
          """
          INSERT INTO goal_achievements (user_id, achievement_type, title, description, icon)
          VALUES (:me, 'streak', 'a week', 'a week', 'star')
          """,
          """
          INSERT INTO goal_insights (user_id, insight_type, title, description)
          VALUES (:me, 'pattern', 'evenings', 'evenings are hard')
          """,
          "INSERT INTO mood_entries (user_id, mood) VALUES (:me, 4)",
          "INSERT INTO assessments (user_id, instrument) VALUES (:me, 'phq-9')",
          """
          INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified)
          VALUES (:me, 'number of ' || :me, true)
          """,
          """
          INSERT INTO whatsapp_messages (user_id, integration_id, sender_type, content)
          SELECT :me, id, 'user', 'hello' FROM whatsapp_integrations WHERE user_id = :me
          """,
          "INSERT INTO whatsapp_config (user_id) VALUES (:me)",
          "INSERT INTO crisis_assessments (user_id, level) VALUES (:me, 'concern')",
          "INSERT INTO crisis_interventions (user_id, intervention_type) VALUES (:me, 'escalation')",
          "INSERT INTO emergency_contacts (user_id, name) VALUES (:me, 'Sam')",
          "INSERT INTO households (name, primary_account_holder_id) VALUES ('home', :me)",
          """
          INSERT INTO household_members (household_id, user_id, invitation_status)
          SELECT id, :me, 'accepted' FROM households WHERE primary_account_holder_id = :me
          """,
          """
          INSERT INTO family_alerts (household_id, member_user_id, alert_type, title, description)
          SELECT id, :me, 'crisis', 'help', 'help' FROM households WHERE primary_account_holder_id = :me
          """,
          "INSERT INTO user_behavior_analytics (user_id) VALUES (:me)",
          """
          INSERT INTO performance_metrics (user_id, metric_type, metric_value) VALUES (:me, 'latency', 1)
          """);
}
