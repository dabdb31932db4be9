package ai.therapysync.persistence;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody with a row in every table, written by hand: of the platform's tables only the documented
 * columns.
 */
public final class Life {
  private static final List<String> PLATFORM =
      List.of(
          "INSERT INTO auth.users (id, email) VALUES ('{me}', 'me-{me}@example.org')",
          "INSERT INTO profiles (id, email, name) VALUES ('{me}', 'me-{me}@example.org', 'Maya Vale')",
          "INSERT INTO user_roles (user_id, role) VALUES ('{me}', 'user')",
          "INSERT INTO whatsapp_integrations (id, user_id, phone_number, is_verified)"
              + " VALUES ('{number}', '{me}', '+{digits}', true)",
          "INSERT INTO whatsapp_config (user_id) VALUES ('{me}')",
          "INSERT INTO user_cultural_profiles (user_id) VALUES ('{me}')",
          "INSERT INTO therapy_sessions (id, user_id) VALUES ('{session}', '{me}')",
          "INSERT INTO whatsapp_messages (id, integration_id, user_id, sender_type, content,"
              + " therapy_session_id, ai_response_metadata) VALUES ('{message}', '{number}', '{me}', 'user',"
              + " 'hello', '{session}', '{\"user\": \"{me}\"}')",
          "INSERT INTO conversation_memory (id, user_id, session_id, memory_type, title, content)"
              + " VALUES ('{memory}', '{me}', '{session}', 'fact', 'a sister', 'has a sister')",
          "INSERT INTO goals (id, user_id, title, category) VALUES ('{goal}', '{me}', 'walk', 'health')",
          "INSERT INTO goal_achievements (user_id, goal_id, achievement_type, title, description,"
              + " icon) VALUES ('{me}', '{goal}', 'first', 'First', 'A first step', 'Star')",
          "INSERT INTO goal_insights (user_id, goal_id, insight_type, title, description)"
              + " VALUES ('{me}', '{goal}', 'streak', 'Streak', 'Three days')",
          "INSERT INTO personalized_recommendations (user_id, recommendation_type, title,"
              + " description, reasoning, priority_score, estimated_impact)"
              + " VALUES ('{me}', 'sleep', 'Sleep', 'Go to bed', 'tired', 1, 1)",
          "INSERT INTO mood_entries (user_id, mood, note) VALUES ('{me}', 4, 'rain')",
          "INSERT INTO assessments (user_id, instrument) VALUES ('{me}', 'PHQ-9')",
          "INSERT INTO crisis_assessments (user_id, message_id, level)"
              + " VALUES ('{me}', '{message}', 'high')",
          "INSERT INTO crisis_interventions (id, user_id, intervention_type, status,"
              + " intervention_data, completed_at) VALUES ('{incident}', '{me}', 'escalation', 'resolved',"
              + " '{\"person\": \"{me}\"}', now())",
          "INSERT INTO emergency_contacts (id, user_id, name, phone_number)"
              + " VALUES ('{contact}', '{me}', 'Tom', '+1{digits}')",
          "INSERT INTO user_behavior_analytics (user_id) VALUES ('{me}')",
          "INSERT INTO performance_metrics (user_id, metric_type, metric_value)"
              + " VALUES ('{me}', 'latency', 1)",
          "INSERT INTO performance_metrics (metric_type, metric_value, metadata)"
              + " VALUES ('latency', 1, '{\"for\": \"{me}\"}')");

  private static final List<String> GATEWAY =
      List.of(
          "INSERT INTO gateway.turns (id, user_id, integration_id, channel, address, sender,"
              + " first_at, due_at) VALUES ('{turn}', '{me}', '{number}', 'sms', '+{digits}', '+1', now(),"
              + " now())",
          "INSERT INTO gateway.inbound (id, provider, provider_message_id, channel, address, sender,"
              + " user_id, message_id, turn_id, message_type, content, received_at) VALUES"
              + " ('{inbound}', 'twilio', 'SM' || md5('{me}'), 'sms', '+{digits}', '+1', '{me}', '{message}', '{turn}',"
              + " 'text', 'sealed', now())",
          "INSERT INTO gateway.inbound (id, provider, provider_message_id, channel, address, sender,"
              + " message_type, content, received_at) VALUES (gen_random_uuid(), 'twilio',"
              + " 'SN' || md5('{me}'), 'sms', '+{digits}', '+1', 'text', 'sealed', now())",
          "INSERT INTO gateway.inbound (id, provider, provider_message_id, channel, address, sender,"
              + " message_type, content, received_at) VALUES (gen_random_uuid(), 'twilio',"
              + " 'SO' || md5('{me}'), 'sms', '+1{digits}', '+1', 'text', 'sealed', now())",
          "INSERT INTO gateway.outbox (id, user_id, message_id, channel, address, purpose, payload,"
              + " state, created_at) VALUES ('{answer}', '{me}', '{message}', 'sms', '+{digits}', 'reply',"
              + " 'sealed', 'accepted', now())",
          "INSERT INTO gateway.outbox (id, channel, address, purpose, payload, created_at)"
              + " VALUES (gen_random_uuid(), 'sms', '+{digits}', 'closed_door', '', now())",
          "INSERT INTO gateway.outbox (id, user_id, channel, address, purpose, payload, crisis,"
              + " incident_id, contact_id, created_at) VALUES ('{over}', '{me}', 'sms', '+1{digits}',"
              + " 'standing', 'sealed', true, '{incident}', '{contact}', now())",
          "INSERT INTO gateway.outbox (id, user_id, channel, address, purpose, payload, crisis,"
              + " incident_id, contact_id, created_at) VALUES ('{page}', '{me}', 'sms', '+1{digits}',"
              + " 'page', 'sealed', true, '{incident}', '{contact}', now())",
          "INSERT INTO gateway.deliveries (id, outbox_id, user_id, attempt, channel, provider,"
              + " started_at, updated_at) VALUES (gen_random_uuid(), '{answer}', '{me}', 1, 'sms',"
              + " 'twilio', now(), now())",
          "INSERT INTO gateway.status_reports (provider, provider_message_id, outbox_id, raw_status,"
              + " throttled, permanent, applied, reported_at) VALUES ('twilio', 'SP' || md5('{me}'),"
              + " '{answer}', 'sent', false, false, true, now())",
          "INSERT INTO gateway.away_messages (user_id, opening) VALUES ('{me}', now())",
          "INSERT INTO gateway.escalations (incident_id, user_id, level, categories, state, step,"
              + " round, paged, accepted, told, close_danger, safe_replies, family_told, updated_at)"
              + " VALUES ('{incident}', '{me}', 'high', '{}', 'resolved', 1, 1, '{}', true, '{}', false,"
              + " 1, false, now())",
          "INSERT INTO gateway.watch_alarms (reason, subject, first_at, last_at, alarmed_at)"
              + " VALUES ('ladder_stuck', '{incident}', now(), now(), now())",
          "INSERT INTO gateway.incident_events (incident_id, user_id, at, what)"
              + " VALUES ('{incident}', '{me}', now(), 'opened')",
          "INSERT INTO gateway.operator_alerts (id, at, reason, reference, user_id)"
              + " VALUES (gen_random_uuid(), now(), 'human_asked', '{me}', '{me}')",
          "INSERT INTO gateway.gate_decisions (user_id, inbound_id, at, gate, decision, why)"
              + " VALUES ('{me}', '{inbound}', now(), 'hours', 'open', 'always')",
          "INSERT INTO gateway.verification_codes (integration_id, code_mac, issued_at)"
              + " VALUES ('{number}', 'mac', now())",
          "INSERT INTO gateway.issued_codes (user_id, issued_at) VALUES ('{me}', now())",
          "INSERT INTO gateway.takeovers (user_id, since) VALUES ('{me}', now())",
          "INSERT INTO gateway.operator_notes (id, user_id, author, content, created_at)"
              + " VALUES (gen_random_uuid(), '{me}', '{me}', 'sealed', now())",
          "INSERT INTO gateway.data_keys (user_id, sealed_key) VALUES ('{me}', 'sealed')",
          "INSERT INTO gateway.operator_logins (user_id, email, password_hash)"
              + " VALUES ('{me}', 'me-{me}@example.org', 'hash')",
          "INSERT INTO gateway.recovery_codes (user_id, code_mac) VALUES ('{me}', 'mac')",
          "INSERT INTO gateway.console_sessions (id, session_mac, user_id, created_at, seen_at,"
              + " address, browser) VALUES (gen_random_uuid(), 'mac-{me}', '{me}', now(), now(),"
              + " '10.0.0.1', 'a browser')",
          "INSERT INTO gateway.escalation_policies (user_id, rounds) VALUES ('{me}', 2)",
          "INSERT INTO gateway.contact_readiness (contact_id, user_id) VALUES ('{contact}', '{me}')",
          "INSERT INTO gateway.asked (user_id, what, asked_at) VALUES ('{me}', 'mood', now())",
          "INSERT INTO gateway.happened (user_id, what, at) VALUES ('{me}', 'disclosed', now())",
          "INSERT INTO gateway.goal_days (goal_id, user_id, day) VALUES ('{goal}', '{me}', '2026-01-01')",
          "INSERT INTO gateway.nights (day, reached, finished_at)"
              + " VALUES (date '2000-01-01' + ({digits} % 9000)::integer, '{me}', now())",
          "INSERT INTO gateway.check_ins (user_id, at, since, next_at)"
              + " VALUES ('{me}', '20:00', now(), now())",
          "INSERT INTO gateway.withdrawn_words (message_id, user_id, content, withdrawn_at)"
              + " VALUES ('{message}', '{me}', 'sealed', now())",
          "INSERT INTO gateway.media (id, user_id, message_id, inbound_id, provider, position,"
              + " content_type, created_at) VALUES ('{memory}', '{me}', '{message}', '{inbound}',"
              + " 'twilio', 0, 'image/jpeg', now())",
          "INSERT INTO gateway.media_pieces (media_id, number, content)"
              + " VALUES ('{memory}', 0, 'sealed')",
          "INSERT INTO gateway.forgettings (id, user_id, everything, forgotten_at)"
              + " VALUES ('{forgetting}', '{me}', false, now())",
          "INSERT INTO gateway.forgotten_memories (memory_id, forgetting_id)"
              + " VALUES ('{memory}', '{forgetting}')",
          "INSERT INTO gateway.onboardings (address, id, step, language, sure, created_at,"
              + " updated_at) VALUES ('+{digits}', gen_random_uuid(), 'name', 'en', true, now(),"
              + " now())",
          "INSERT INTO gateway.consents (user_id, version, language, channel, given_at)"
              + " VALUES ('{me}', '1', 'en', 'sms', now())",
          "INSERT INTO gateway.opt_outs (channel, sender, address, since)"
              + " VALUES ('sms', '+1', '+{digits}', now())",
          task("tasks", "turn", "{turn}!"),
          task("tasks", "delivery", "{answer}"),
          task("tasks", "session", "{session}"),
          task("tasks", "forgetting", "{forgetting}"),
          task("tasks", "check_in", "{me}@1"),
          task("tasks", "handover", "{me}"),
          task("tasks", "learning", "{turn}"),
          task("tasks", "notes", "{session}"),
          task("crisis_tasks", "opinion", "{inbound}"),
          task("crisis_tasks", "delivery", "{page}"),
          task("crisis_tasks", "delivery", "{over}"),
          task("crisis_tasks", "incident", "{incident}:1:RUNG:5"));

  public final UUID id = UUID.randomUUID();
  private final TestDatabase database;
  private final String digits;

  private Life(TestDatabase database, String digits) {
    this.database = database;
    this.digits = digits;
  }

  public static Life of(TestDatabase database, String digits) {
    Life life = new Life(database, digits);
    PLATFORM.forEach(life::run);
    GATEWAY.forEach(life::run);
    return life;
  }

  /** Their incident is open. */
  public Life inDanger() {
    run(
        "UPDATE crisis_interventions SET status = 'notified', completed_at = NULL"
            + " WHERE id = '{incident}'");
    return this;
  }

  public void run(String statement) {
    database.run(filled(statement));
  }

  public String value(String query) {
    return database.value(filled(query));
  }

  /** The id of a row of theirs, by the name that it has in these statements. */
  public UUID row(String name) {
    return new UUID(id.getMostSignificantBits(), name.hashCode());
  }

  /** {@code {me}} is the person's id, {@code {number}} and the like one of their rows'. */
  private String filled(String statement) {
    return Pattern.compile("\\{([a-z]+)}")
        .matcher(statement.replace("{me}", id.toString()).replace("{digits}", digits))
        .replaceAll(name -> row(name.group(1)).toString());
  }

  private static String task(String table, String name, String instance) {
    return "INSERT INTO gateway.%s (task_name, task_instance, execution_time, picked, version)"
            .formatted(table)
        + " VALUES ('%s', '%s', now() + interval '1 day', false, 1)".formatted(name, instance);
  }
}
