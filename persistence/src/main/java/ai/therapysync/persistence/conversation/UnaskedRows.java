package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.persistence.crisis.PersonMessages;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes to people who have not written first, by the way they last used. */
public final class UnaskedRows implements PersonMessages {
  private final Contents contents;
  private final OutboxRows outbox;
  private final Routes routes;
  private final QuickAnswers quick = new QuickAnswers();

  /** With the seals, the outbox, and the channels that are on. */
  public UnaskedRows(Contents contents, OutboxRows outbox, Routes routes) {
    this.contents = contents;
    this.outbox = outbox;
    this.routes = routes;
  }

  @Override
  public void ask(
      Handle handle, PersonId person, IncidentId incident, Effect.AskPerson question, Instant now) {
    NewMessage.Incident about =
        new NewMessage.Incident(
            incident.value(), Optional.empty(), Optional.empty(), 0, Optional.empty());
    say(
        handle,
        person.value(),
        new Unasked(
            "check_in",
            question.text(),
            Optional.of(new Offer(UUID.randomUUID(), quick.safety(question.language()))),
            Optional.empty(),
            Optional.of(about)),
        now);
  }

  /**
   * Something said to a person who has not written first. Private: never printed.
   *
   * @param kind what it is, for the message's metadata and the outbox's purpose
   * @param offer the answers that can be tapped to it
   * @param session the talk that it belongs to
   */
  record Unasked(
      String kind,
      String text,
      Optional<Offer> offer,
      Optional<UUID> session,
      Optional<NewMessage.Incident> incident) {
    String shown() {
      return offer.map(answers -> answers.choices().numbered(text)).orElse(text);
    }

    @Override
    public String toString() {
      return "Unasked[" + kind + "]";
    }
  }

  /** Whether there was a way to say it. */
  boolean say(Handle handle, UUID person, Unasked unasked, Instant now) {
    Optional<Way> found = Way.find(handle, person, now);
    found.ifPresent(way -> write(handle, person, unasked, way, now));
    return found.isPresent();
  }

  private void write(Handle handle, UUID person, Unasked unasked, Way way, Instant now) {
    UUID id = UUID.randomUUID();
    ChannelName channel = way.channel(routes);
    MessageRows.insert(
        handle,
        new MessageRows.Shown(
            id,
            way.integration(),
            person,
            "ai",
            contents.seal(contents.keyOf(handle, person), way.encrypts(), unasked.shown(), id),
            Rows.write(Map.of("kind", unasked.kind())),
            unasked.session(),
            channel.word(),
            now));
    outbox.add(
        handle,
        new NewMessage(
                UUID.randomUUID(),
                Optional.of(person),
                Optional.of(id),
                channel,
                way.address(),
                way.senderOf(channel, routes),
                unasked.kind(),
                false,
                false,
                "",
                unasked.text(),
                unasked.incident())
            .offering(unasked.offer()),
        now);
  }
}
