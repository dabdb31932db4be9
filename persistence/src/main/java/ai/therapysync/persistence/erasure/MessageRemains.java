package ai.therapysync.persistence.erasure;

import java.util.List;

/**
 * The same for what came and went: {@code gateway.inbound} keeps its providers' ids for ever, so
 * that nothing is taken twice, and nothing else; the outbox keeps nothing. That an emergency is
 * over, the people who were called in it still hear: such a notice, waiting at the moment, loses
 * every tie but the person's id, and is gone with the second look, an hour later.
 */
final class MessageRemains {
  private MessageRemains() {}

  /** On its way to somebody who was called; {@code o} is the outbox. */
  private static final String STILL_TO_BE_TOLD =
      """
      (o.purpose = 'standing' AND o.state IN ('waiting', 'sending')
        AND o.created_at > CAST(:now AS timestamptz) - interval '50 minutes')
      """;

  /** Numbers that we know of this person alone: their own, and those of who was called for them. */
  private static final String NUMBERS =
      """
      WITH known AS (
        SELECT '+' || gateway.digits(i.phone_number) AS address
          FROM public.whatsapp_integrations i WHERE i.user_id = :person
        UNION SELECT o.address FROM gateway.outbox o
          WHERE o.user_id = :person AND o.channel <> 'email'),
      numbers AS (
        SELECT k.address FROM known k
        WHERE k.address <> '+'
          AND NOT EXISTS (SELECT 1 FROM gateway.outbox x
            WHERE x.address = k.address AND x.user_id <> :person)
          AND NOT EXISTS (SELECT 1 FROM public.whatsapp_integrations x
            WHERE gateway.digits(x.phone_number) = substr(k.address, 2) AND x.user_id <> :person)
          AND NOT EXISTS (SELECT 1 FROM public.emergency_contacts x
            WHERE gateway.digits(x.phone_number) = substr(k.address, 2) AND x.user_id <> :person))
      """;

  /**
   * Tasks begin with the id of what they are for. One that runs ends by itself, for it finds
   * nothing; some are removed by what they do, which they won't do any more.
   */
  private static final String TASKS =
      """
      WITH ids AS (
        SELECT t.id::text AS id FROM gateway.turns t WHERE t.user_id = :person
        UNION ALL SELECT s.id::text FROM public.therapy_sessions s WHERE s.user_id = :person
        UNION ALL SELECT f.id::text FROM gateway.forgettings f WHERE f.user_id = :person
        UNION ALL SELECT i.id::text FROM gateway.inbound i WHERE i.user_id = :person
        UNION ALL SELECT w.message_id::text FROM gateway.withdrawn_words w WHERE w.user_id = :person
        UNION ALL SELECT f.id::text FROM gateway.media f WHERE f.user_id = :person
        UNION ALL SELECT c.id::text FROM public.crisis_interventions c WHERE c.user_id = :person
        UNION ALL SELECT o.id::text FROM gateway.outbox o
          WHERE o.user_id = :person AND NOT %2$s
        UNION ALL SELECT :person::text)
      DELETE FROM gateway.%1$s k WHERE left(k.task_instance, 36) IN (SELECT ids.id FROM ids)
        AND k.task_name <> 'erasure'
        AND (NOT k.picked OR k.task_name IN ('learning', 'notes', 'opinion', 'incident'))
      """;

  /** In this order, and before everything else: the ids are looked up in rows that go next. */
  static final List<String> ALL =
      List.of(
          TASKS.formatted("tasks", STILL_TO_BE_TOLD),
          TASKS.formatted("crisis_tasks", STILL_TO_BE_TOLD),
          NUMBERS
              + """
              UPDATE gateway.inbound SET address = '', about = NULL, user_id = NULL, message_id = NULL,
                turn_id = NULL, content = NULL
              WHERE user_id = :person
                OR user_id IS NULL AND address IN (SELECT n.address FROM numbers n)
              """,
          "DELETE FROM gateway.onboardings WHERE address IN (SELECT '+' || gateway.digits("
              + "i.phone_number) FROM public.whatsapp_integrations i WHERE i.user_id = :person)",
          """
          DELETE FROM gateway.status_reports WHERE outbox_id IN
            (SELECT o.id FROM gateway.outbox o WHERE o.user_id = :person)
          """,
          """
          DELETE FROM gateway.deliveries WHERE outbox_id IN
            (SELECT o.id FROM gateway.outbox o WHERE o.user_id = :person AND NOT %s)
          """
              .formatted(STILL_TO_BE_TOLD),
          NUMBERS
              + """
              DELETE FROM gateway.outbox WHERE user_id IS NULL
                AND address IN (SELECT n.address FROM numbers n)
              """,
          "DELETE FROM gateway.outbox o WHERE o.user_id = :person AND NOT " + STILL_TO_BE_TOLD,
          """
          UPDATE gateway.outbox SET incident_id = NULL, contact_id = NULL, member_id = NULL,
            message_id = NULL WHERE user_id = :person
          """);
}
