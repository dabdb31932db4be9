package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Received;
import ai.therapysync.conversation.intake.Received.TurnChange.Join;
import ai.therapysync.conversation.intake.Sender;
import ai.therapysync.conversation.intake.Writer;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.reply.Lateness;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.tasks.Agenda;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes a message and all that follows from it. */
public final class ReceivedRows {
  private static final String MESSAGE =
      """
      WITH i AS (
        INSERT INTO gateway.inbound (id, provider, provider_message_id, channel, address, sender,
          user_id, message_id, turn_id, message_type, content, about, received_at)
        VALUES (:id, :provider, :providerId, :channel, :address, :sender, :person, :message,
          :turn, :type, :own, :about, :at)
        ON CONFLICT (provider, provider_message_id) DO NOTHING RETURNING id),
      m AS (
        INSERT INTO public.whatsapp_messages (id, integration_id, user_id, whatsapp_message_id,
          sender_type, message_type, content, delivery_status, "timestamp", channel)
        SELECT :message, :integration, :person, :providerId, 'user', :type, :content, 'received',
          :at, :channel FROM i WHERE CAST(:message AS uuid) IS NOT NULL
        ON CONFLICT DO NOTHING),
      t AS (
        INSERT INTO gateway.turns (id, user_id, integration_id, channel, address, sender, concern,
          late, first_at, due_at)
        SELECT :turn, :person, :integration, :channel, :address, :sender, :concern, :late, :at, :due
        FROM i WHERE CAST(:turn AS uuid) IS NOT NULL
        ON CONFLICT (id) DO UPDATE SET channel = EXCLUDED.channel, address = EXCLUDED.address,
          sender = EXCLUDED.sender, integration_id = EXCLUDED.integration_id,
          concern = gateway.turns.concern OR EXCLUDED.concern,
          late = gateway.turns.late OR EXCLUDED.late,
          due_at = CASE WHEN gateway.turns.concern THEN least(gateway.turns.due_at, EXCLUDED.due_at)
            ELSE EXCLUDED.due_at END),
      k AS (
        INSERT INTO gateway.tasks (task_name, task_instance, execution_time, picked, version)
        SELECT 'turn', :task, :due, false, 1 FROM i WHERE CAST(:turn AS uuid) IS NOT NULL
        ON CONFLICT (task_name, task_instance) DO UPDATE
          SET execution_time = least(gateway.tasks.execution_time, EXCLUDED.execution_time)
          WHERE NOT gateway.tasks.picked),
      d AS (
        UPDATE gateway.outbox o SET state = 'waiting', channel = :channel, sender = :sender,
          error = NULL, ended_at = NULL
        FROM i WHERE o.address = :address AND o.state = 'deferred' AND :releases
        RETURNING o.id, o.attempts),
      e AS (
        INSERT INTO gateway.tasks (task_name, task_instance, execution_time, picked, version)
        SELECT 'delivery', d.id || '#written' || d.attempts, :at, false, 1 FROM d
        ON CONFLICT DO NOTHING)
      SELECT count(*) FROM i
      """;

  private final Contents contents;
  private final Incidents incidents;
  private final AnswerRows answers;
  private final ContactBook contacts;
  private final NumberRows numbers;
  private final WithdrawalRows withdrawals;
  private final boolean keepsMedia;

  /**
   * With the seals and where incidents and answers are written.
   *
   * @param keepsMedia whether media are fetched
   */
  public ReceivedRows(
      Contents contents,
      Incidents incidents,
      OutboxRows outbox,
      OnboardingRows onboardings,
      boolean keepsMedia) {
    this.contents = contents;
    this.incidents = incidents;
    this.answers = new AnswerRows(contents, outbox);
    this.contacts = new ContactBook(outbox);
    this.numbers = new NumberRows(onboardings);
    this.withdrawals = new WithdrawalRows(contents);
    this.keepsMedia = keepsMedia;
  }

  /** What every part of the writing needs to know. */
  record Context(
      Handle handle,
      InboundMessage message,
      CircumstanceRows.Loaded loaded,
      Received received,
      UUID inbound,
      Optional<UUID> shown,
      String source) {
    Instant now() {
      return loaded.circumstances().now();
    }

    /** The person who wrote, if it is a known one. */
    Optional<UUID> person() {
      return shown.flatMap(_ -> loaded.found().person());
    }
  }

  /** Writes everything; false, and nothing written, when the message was known already. */
  boolean write(
      Handle handle, InboundMessage message, CircumstanceRows.Loaded loaded, Received received) {
    boolean known = loaded.key().isPresent();
    Context context =
        new Context(
            handle,
            message,
            loaded,
            received,
            // Of a stranger's message operators are told by this id.
            known ? UUID.randomUUID() : loaded.circumstances().newId(),
            known ? Optional.of(UUID.randomUUID()) : Optional.empty(),
            "phrases");
    if (!insert(context)) {
      return false;
    }
    follow(context);
    withdrawals.write(context);
    if (keepsMedia) {
      MediaRows.note(context);
    }
    if (received.secondOpinion()) {
      Agenda.opinion(handle, context.inbound(), context.now());
    }
    return true;
  }

  /** Writes what a second look at a message leads to; the message itself stands there already. */
  void reconsidered(Handle handle, Again again, CircumstanceRows.Loaded loaded, Received received) {
    Context context =
        new Context(
            handle,
            again.message(),
            loaded,
            received,
            again.inbound(),
            Optional.of(again.shown()),
            "second_opinion");
    follow(context);
    if (received.turn() instanceof Join join) {
      waitingTurn(context).ifPresent(turn -> hurry(context, turn, join));
    }
  }

  /** A message that was received before, and its rows. */
  record Again(InboundMessage message, UUID inbound, UUID shown) {}

  private static void hurry(Context context, UUID turn, Join join) {
    context
        .handle()
        .createUpdate(
            "UPDATE gateway.turns SET concern = concern OR :concern, due_at = least(due_at, :due)"
                + " WHERE id = :turn AND state = 'waiting'")
        .bind("concern", join.concern())
        .bind("due", Rows.at(join.dueAt()))
        .bind("turn", turn)
        .execute();
    Agenda.concern(context.handle(), turn, join.dueAt());
  }

  private void follow(Context context) {
    Handle handle = context.handle();
    Received received = context.received();
    Optional<UUID> assessment = assess(context);
    for (Outcome outcome : received.cases()) {
      if (outcome.incident().id().value().equals(context.loaded().circumstances().newId())) {
        incidents.open(handle, outcome.incident(), assessment.orElseThrow());
      }
      incidents.save(handle, outcome, context.now());
    }
    received.effects().forEach(effect -> follow(context, effect));
    if (received.turn() instanceof Received.TurnChange.Cancel) {
      cancelTurns(context);
    }
    numbers.write(context);
    answers.write(context);
    gates(context);
  }

  private void follow(Context context, Effect effect) {
    if (effect instanceof Effect.Send send && send.purpose() == Effect.Purpose.CONTACT_CHECK) {
      contacts.ask(context.handle(), context.person().orElseThrow(), send, context.now());
    } else {
      incidents.follow(context.handle(), effect, context.now());
    }
  }

  private boolean insert(Context context) {
    InboundMessage message = context.message();
    Optional<Join> join =
        context.received().turn() instanceof Join one ? Optional.of(one) : Optional.empty();
    Optional<UUID> turn = join.map(_ -> waitingTurn(context).orElseGet(UUID::randomUUID));
    Optional<UUID> shown = context.shown();
    Instant due = join.map(Join::dueAt).orElse(context.now());
    return context
            .handle()
            .createQuery(MESSAGE)
            .bind("id", context.inbound())
            .bind("provider", message.provider().word())
            .bind("providerId", message.providerId())
            .bind("channel", message.channel().word())
            .bind("address", message.from().value())
            .bind("sender", message.sender())
            .bind("person", context.person().orElse(null))
            .bind("message", shown.orElse(null))
            .bind("turn", turn.orElse(null))
            .bind("type", message.type().word())
            .bind("about", EarlierRows.about(message).orElse(null))
            .bind("own", contents.sealOwn(details(context), context.inbound()))
            .bind("at", Rows.at(message.receivedAt()))
            .bind("integration", context.loaded().found().integration().orElse(null))
            .bind("content", shown.map(id -> sealed(context, id)).orElse(null))
            .bind("concern", join.map(Join::concern).orElse(false))
            .bind("late", Lateness.isLate(message.receivedAt(), context.now()))
            .bind("due", Rows.at(due))
            .bind("task", task(turn, join))
            .bind("releases", releases(context))
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  /**
   * Whether what waits for the person to write goes out now: not beside an answer to danger; and
   * after a STOP there, it is tried in vain.
   */
  private static boolean releases(Context context) {
    boolean stop =
        context.received().numbers().stream()
            .anyMatch(Received.NumberChange.OptedOut.class::isInstance);
    return stop
        ? context.message().channel() == ChannelName.WHATSAPP
        : !(context.received().turn() instanceof Received.TurnChange.Cancel);
  }

  /** A user's words stand with their messages; a stranger's who has not joined are not kept. */
  private static String details(Context context) {
    return context.received().keepsWords()
        ? Details.of(context.message(), context.shown().isEmpty(), context.received().understood())
        : Details.none();
  }

  /**
   * One task a turn, which comes again while the turn is not due; a concern gets one of its own, so
   * that it can't be lost between a task that runs and its next time.
   */
  private static String task(Optional<UUID> turn, Optional<Join> join) {
    String instance = turn.map(UUID::toString).orElse("");
    return join.filter(Join::concern).isPresent() ? instance + "!" : instance;
  }

  private String sealed(Context context, UUID row) {
    boolean encrypts =
        context.loaded().circumstances().sender() instanceof Sender.Known(Writer writer)
            && writer.settings().encryption();
    DataKey key = context.loaded().key().orElseThrow();
    return contents.seal(key, encrypts, context.message().text(), row);
  }

  private static Optional<UUID> waitingTurn(Context context) {
    return context.loaded().circumstances().sender() instanceof Sender.Known(Writer writer)
        ? writer.waiting().map(turn -> turn.id().value())
        : Optional.empty();
  }

  private static Optional<UUID> assess(Context context) {
    Assessment seen = context.received().assessment();
    if (seen.level() == RiskLevel.NONE || context.person().isEmpty()) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    context
        .handle()
        .createUpdate(
            "INSERT INTO public.crisis_assessments (id, user_id, message_id, level, category,"
                + " categories, evidence, source, close_abuse, created_at) VALUES (:id, :user,"
                + " :message, :level, :category, :categories, CAST(:evidence AS jsonb), :source,"
                + " :abuse, :now)")
        .bind("id", id)
        .bind("user", context.person().orElseThrow())
        .bind("message", context.shown().orElseThrow())
        .bind("level", seen.level().word())
        .bind("category", seen.category().map(Category::word).orElse(null))
        .bindArray(
            "categories", String.class, seen.categories().stream().map(Category::word).toList())
        .bind("evidence", Rows.write(evidence(seen)))
        .bind("source", context.source())
        .bind("abuse", seen.closeDangerOfAbuse())
        .bind("now", Rows.at(context.now()))
        .execute();
    return Optional.of(id);
  }

  /**
   * Families and modifiers only: the span is the person's own words, which stand sealed elsewhere.
   */
  private static List<Map<String, Object>> evidence(Assessment seen) {
    return seen.evidence().stream()
        .map(one ->
            Map.<String, Object>of(
                "family", one.family(),
                "category", one.category().word(),
                "level", one.level().word(),
                "modifiers", one.modifiers()))
        .toList();
  }

  private static void cancelTurns(Context context) {
    context
        .handle()
        .createUpdate(
            "UPDATE gateway.turns SET state = 'cancelled', ended_at = :now"
                + " WHERE user_id = :user AND state IN ('waiting', 'taken')")
        .bind("now", Rows.at(context.now()))
        .bind("user", context.person().orElse(null))
        .execute();
  }

  private static void gates(Context context) {
    for (Received.Gate gate : context.received().timeline()) {
      context
          .handle()
          .createUpdate(
              "INSERT INTO gateway.gate_decisions (user_id, inbound_id, at, gate, decision, why)"
                  + " VALUES (:user, :inbound, :now, :gate, :decision, :why)")
          .bind("user", context.person().orElse(null))
          .bind("inbound", context.inbound())
          .bind("now", Rows.at(context.now()))
          .bind("gate", gate.gate())
          .bind("decision", gate.decision())
          .bind("why", gate.why())
          .execute();
    }
  }
}
