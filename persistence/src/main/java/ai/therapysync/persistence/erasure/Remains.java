package ai.therapysync.persistence.erasure;

import java.util.List;

/**
 * What an erasure does, statement by statement, in the order that foreign keys ask for. Each knows
 * {@code :person} and {@code :now}, may be run again, and touches nobody else's rows, save where
 * these name the person.
 */
final class Remains {
  private Remains() {}

  /**
   * What we keep beside the platform's tables. Two things stay: lines of the audit log, which hold
   * ids alone, and {@code opt_outs}, a number's own wish, which names nobody and holds for whoever
   * has that number.
   */
  static final List<String> OF_THE_GATEWAY =
      List.of(
          "UPDATE gateway.nights SET reached = NULL"
              + " WHERE reached = :person AND finished_at IS NOT NULL",
          "DELETE FROM gateway.watch_alarms WHERE subject = :person::text OR subject IN"
              + " (SELECT e.incident_id::text FROM gateway.escalations e WHERE e.user_id = :person)",
          "DELETE FROM gateway.operator_alerts WHERE user_id = :person",
          // The numbers of their own that an operator has tried channels with.
          "DELETE FROM gateway.deliveries WHERE outbox_id IN (SELECT t.outbox_id"
              + " FROM gateway.channel_tests t WHERE t.operator_id = :person)",
          "DELETE FROM gateway.outbox WHERE id IN (SELECT t.outbox_id"
              + " FROM gateway.channel_tests t WHERE t.operator_id = :person)",
          "DELETE FROM gateway.channel_tests WHERE operator_id = :person",
          "DELETE FROM gateway.incident_events WHERE user_id = :person",
          "DELETE FROM gateway.escalations WHERE user_id = :person",
          "UPDATE gateway.escalations SET responder_operator = NULL"
              + " WHERE responder_operator = :person",
          "DELETE FROM gateway.gate_decisions WHERE user_id = :person",
          "DELETE FROM gateway.turns WHERE user_id = :person",
          "DELETE FROM gateway.away_messages WHERE user_id = :person",
          "DELETE FROM gateway.asked WHERE user_id = :person",
          "DELETE FROM gateway.happened WHERE user_id = :person",
          "DELETE FROM gateway.goal_days WHERE user_id = :person",
          "DELETE FROM gateway.check_ins WHERE user_id = :person",
          "DELETE FROM gateway.forgettings WHERE user_id = :person",
          "DELETE FROM gateway.withdrawn_words WHERE user_id = :person",
          // Their pieces go with them.
          "DELETE FROM gateway.media WHERE user_id = :person",
          "DELETE FROM gateway.consents WHERE user_id = :person",
          "DELETE FROM gateway.contact_readiness WHERE user_id = :person",
          "DELETE FROM gateway.escalation_policies WHERE user_id = :person",
          "DELETE FROM gateway.verification_codes WHERE integration_id IN"
              + " (SELECT i.id FROM public.whatsapp_integrations i WHERE i.user_id = :person)",
          "DELETE FROM gateway.issued_codes WHERE user_id = :person",
          "DELETE FROM gateway.operator_notes WHERE user_id = :person",
          // What they noted as an operator stays with whom it is about.
          "UPDATE gateway.operator_notes SET author = NULL WHERE author = :person",
          "DELETE FROM gateway.takeovers WHERE user_id = :person",
          // Whom they held as an operator waits for a human again.
          "UPDATE gateway.takeovers SET operator_id = NULL WHERE operator_id = :person",
          "DELETE FROM gateway.console_sessions WHERE user_id = :person",
          "DELETE FROM gateway.recovery_codes WHERE user_id = :person",
          "DELETE FROM gateway.operator_logins WHERE user_id = :person",
          "DELETE FROM gateway.data_keys WHERE user_id = :person");

  /** The platform's tables; households come before, the account after. */
  static final List<String> OF_THE_PLATFORM =
      List.of(
          "DELETE FROM public.crisis_assessments WHERE user_id = :person",
          "DELETE FROM public.crisis_interventions WHERE user_id = :person",
          "DELETE FROM public.emergency_contacts WHERE user_id = :person",
          """
          DELETE FROM public.whatsapp_messages WHERE user_id = :person OR integration_id IN
            (SELECT i.id FROM public.whatsapp_integrations i WHERE i.user_id = :person)
          """,
          "DELETE FROM public.whatsapp_integrations WHERE user_id = :person",
          "DELETE FROM public.whatsapp_config WHERE user_id = :person",
          "DELETE FROM public.conversation_memory WHERE user_id = :person",
          "DELETE FROM public.goal_insights WHERE user_id = :person",
          "DELETE FROM public.goal_achievements WHERE user_id = :person",
          "DELETE FROM public.personalized_recommendations WHERE user_id = :person",
          "DELETE FROM public.user_cultural_profiles WHERE user_id = :person",
          "DELETE FROM public.mood_entries WHERE user_id = :person",
          "DELETE FROM public.assessments WHERE user_id = :person",
          "DELETE FROM public.user_behavior_analytics WHERE user_id = :person",
          """
          DELETE FROM public.performance_metrics WHERE user_id = :person
            OR user_id IS NULL AND strpos(metadata::text, :person::text) > 0
          """,
          // Rows of others that a hand has tied to this person's.
          """
          UPDATE public.whatsapp_messages SET therapy_session_id = NULL WHERE therapy_session_id IN
            (SELECT s.id FROM public.therapy_sessions s WHERE s.user_id = :person)
          """,
          """
          UPDATE public.conversation_memory SET session_id = NULL WHERE session_id IN
            (SELECT s.id FROM public.therapy_sessions s WHERE s.user_id = :person)
          """,
          """
          UPDATE public.goal_insights SET goal_id = NULL WHERE goal_id IN
            (SELECT g.id FROM public.goals g WHERE g.user_id = :person)
          """,
          """
          UPDATE public.goal_achievements SET goal_id = NULL WHERE goal_id IN
            (SELECT g.id FROM public.goals g WHERE g.user_id = :person)
          """,
          "DELETE FROM public.goals WHERE user_id = :person",
          "DELETE FROM public.therapy_sessions WHERE user_id = :person",
          "DELETE FROM public.user_roles WHERE user_id = :person",
          "DELETE FROM public.profiles WHERE id = :person");
}
