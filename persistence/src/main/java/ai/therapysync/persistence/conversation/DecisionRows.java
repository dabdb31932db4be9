package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Postage;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.MoodChange;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.reply.Reply;
import ai.therapysync.conversation.turn.Decision;
import ai.therapysync.conversation.turn.TurnSituation;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.practice.AskedRows;
import ai.therapysync.persistence.practice.ChangeRows;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Writes what became of a turn: reply, session, memory, outbox and timeline together. */
public final class DecisionRows {
  private final Contents contents;
  private final OutboxRows outbox;
  private final LearningRows learning;
  private final SessionRows sessions;

  /** With where things are written. */
  public DecisionRows(
      Contents contents, OutboxRows outbox, LearningRows learning, SessionRows sessions) {
    this.contents = contents;
    this.outbox = outbox;
    this.learning = learning;
    this.sessions = sessions;
  }

  Optional<Instant> write(
      Handle handle, TurnRow turn, TurnSituation situation, Decision decision, Instant now) {
    return switch (decision) {
      case Decision.Answered answered -> {
        answered(handle, turn, situation, answered, now);
        yield Optional.empty();
      }
      case Decision.Closed closed -> closed(handle, turn, situation, closed, now);
      case Decision.LeftAlone(String why) -> {
        turn.ended(handle, "left", now);
        gate(handle, turn, "left_alone", why, now);
        yield Optional.empty();
      }
    };
  }

  private void answered(
      Handle handle,
      TurnRow turn,
      TurnSituation situation,
      Decision.Answered decision,
      Instant now) {
    Reply reply = decision.reply();
    Person person = situation.request().person();
    UUID session =
        talkLeft(decision)
            .orElseGet(() ->
                sessions.current(handle, turn.person(), uuid(person.personality().id()), now));
    handle
        .createUpdate(
            "UPDATE public.whatsapp_messages SET therapy_session_id = :session WHERE id IN"
                + " (SELECT i.message_id FROM gateway.inbound i WHERE i.turn_id = :turn)")
        .bind("session", session)
        .bind("turn", turn.id())
        .execute();
    Optional<Offer> offer = offer(situation, decision);
    Written written =
        new Written(
            "ai",
            "reply",
            reply.text(),
            offer,
            Rows.write(metadata(turn, reply)),
            Optional.of(session));
    say(handle, turn, situation, written, now);
    learning.learn(handle, turn, session, reply, now);
    LearningRows.forget(handle, turn.person(), decision.changes());
    ChangeRows.write(handle, turn.person(), session, decision.changes(), now);
    AskedRows.write(handle, turn.person(), asked(situation, decision, offer));
    turn.ended(handle, "answered", now);
    gate(handle, turn, "answered", because("due", situation), now);
  }

  /** The answers to a question that is asked once more go out under the same offer. */
  private static Optional<Offer> offer(TurnSituation situation, Decision.Answered decision) {
    return decision
        .reply()
        .choices()
        .map(choices -> new Offer(known(situation, decision).orElseGet(UUID::randomUUID), choices));
  }

  /** The open question, with the offer that is answered for it. */
  private static Optional<Asked> asked(
      TurnSituation situation, Decision.Answered decision, Optional<Offer> offer) {
    return decision
        .asks()
        .map(asked ->
            offer
                .map(Offer::id)
                .or(() -> known(situation, decision))
                .map(asked::offering)
                .orElse(asked));
  }

  private static Optional<UUID> known(TurnSituation situation, Decision.Answered decision) {
    return situation
        .asked()
        .filter(before -> decision.asks().filter(before::isAskedAgain).isPresent())
        .flatMap(Asked::offer);
  }

  /** How it came about, and what it costs on its way. */
  private static Map<String, String> metadata(TurnRow turn, Reply reply) {
    Map<String, String> metadata = new HashMap<>(reply.metadata());
    metadata.putAll(Postage.of(ChannelName.of(turn.channel()), reply.shown()).metadata());
    return metadata;
  }

  /** How somebody left a talk belongs to that talk, and opens no other. */
  private static Optional<UUID> talkLeft(Decision.Answered decision) {
    return decision.changes().stream()
        .filter(MoodChange.After.class::isInstance)
        .map(change -> ((MoodChange.After) change).session())
        .findFirst();
  }

  private Optional<Instant> closed(
      Handle handle, TurnRow turn, TurnSituation situation, Decision.Closed closed, Instant now) {
    gate(handle, turn, "closed", because("outside business hours", situation), now);
    closed
        .away()
        .filter(_ -> isFirst(handle, turn, closed.opening()))
        .ifPresent(text ->
            say(
                handle,
                turn,
                situation,
                new Written(
                    "system",
                    "away",
                    text,
                    Optional.empty(),
                    "{\"kind\": \"away\"}",
                    Optional.empty()),
                now));
    if (turn.postponed(handle, closed.opening())) {
      return Optional.of(closed.opening());
    }
    handle
        .createUpdate(
            "UPDATE gateway.inbound SET turn_id = (SELECT t.id FROM gateway.turns t"
                + " WHERE t.user_id = :user AND t.state = 'waiting') WHERE turn_id = :turn")
        .bind("user", turn.person())
        .bind("turn", turn.id())
        .execute();
    turn.ended(handle, "left", now);
    return Optional.empty();
  }

  /** Something to say, and how it is shown. */
  private record Written(
      String senderType,
      String purpose,
      String text,
      Optional<Offer> offer,
      String metadata,
      Optional<UUID> session) {
    String shown() {
      return offer.map(answers -> answers.choices().numbered(text)).orElse(text);
    }
  }

  private void say(
      Handle handle, TurnRow turn, TurnSituation situation, Written written, Instant now) {
    UUID id = UUID.randomUUID();
    DataKey key = contents.keyOf(handle, turn.person());
    boolean encrypts = situation.request().person().settings().encryption();
    MessageRows.insert(
        handle,
        new MessageRows.Shown(
            id,
            turn.integration(),
            turn.person(),
            written.senderType(),
            contents.seal(key, encrypts, written.shown(), id),
            written.metadata(),
            written.session(),
            turn.channel(),
            now));
    outbox.add(
        handle,
        new NewMessage(
                UUID.randomUUID(),
                Optional.of(turn.person()),
                Optional.of(id),
                ChannelName.of(turn.channel()),
                turn.address(),
                Optional.of(turn.sender()),
                situation.concern() ? "concern_reply" : written.purpose(),
                situation.concern(),
                situation.concern(),
                "",
                written.text(),
                Optional.empty())
            .offering(written.offer()),
        now);
  }

  private static boolean isFirst(Handle handle, TurnRow turn, Instant opening) {
    return handle
            .createUpdate(
                "INSERT INTO gateway.away_messages (user_id, opening) VALUES (:user, :opening)"
                    + " ON CONFLICT DO NOTHING")
            .bind("user", turn.person())
            .bind("opening", Rows.at(opening))
            .execute()
        == 1;
  }

  private static void gate(Handle handle, TurnRow turn, String decision, String why, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.gate_decisions (user_id, turn_id, at, gate, decision, why)"
                + " VALUES (:user, :turn, :now, 'turn', :decision, :why)")
        .bind("user", turn.person())
        .bind("turn", turn.id())
        .bind("now", Rows.at(now))
        .bind("decision", decision)
        .bind("why", why)
        .execute();
  }

  private static String because(String reason, TurnSituation situation) {
    return Stream.concat(Stream.of(reason), situation.standIns().stream())
        .collect(Collectors.joining("; "));
  }

  private static Optional<UUID> uuid(String id) {
    return id.equals("default") ? Optional.empty() : Optional.of(UUID.fromString(id));
  }
}
