package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.delivery.Template;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What operators write to people: sent by the way that the person last used. */
public final class OperatorMessages {
  private static final Duration WINDOW = Duration.ofHours(24);

  private final Contents contents;
  private final OutboxRows outbox;
  private final Routes routes;
  private final TemplateRows templates;
  private final InstantSource clock;

  /** With the seals, the outbox, the channels that are on, and the templates there. */
  public OperatorMessages(
      Contents contents,
      OutboxRows outbox,
      Routes routes,
      TemplateRows templates,
      InstantSource clock) {
    this.templates = templates;
    this.contents = contents;
    this.outbox = outbox;
    this.routes = routes;
    this.clock = clock;
  }

  /** What became of an operator's words. */
  public sealed interface Said {
    /** They are on their way, as this row of {@code whatsapp_messages}. */
    record Queued(UUID message) implements Said {}

    /** No number of the person's is verified and active. */
    record NoNumber() implements Said {}

    /** The number said STOP. */
    record Stopped() implements Said {}

    /** WhatsApp's day is over, or the channel is off, and there is no other way. */
    record NoWay() implements Said {}
  }

  /**
   * Writes to a person, in the caller's transaction. A conversation that waits for a human becomes
   * the caller's; where a human answers anyway, the turn that waits is answered by it.
   */
  public Said say(Acting acting, UUID person, String text) {
    acting.lock(person);
    UUID operator = acting.caller().id();
    Said said =
        acting.asOwner(handle -> say(handle, new Words(person, operator, text, clock.instant())));
    if (said instanceof Said.Queued(UUID message)) {
      acting.note(
          AuditEntry.of(
              "create", Resource.MESSAGES.table(), message, Optional.of(person), List.of()));
    }
    return said;
  }

  /** Private: never printed. */
  private record Words(UUID person, UUID operator, String text, Instant at) {
    @Override
    public String toString() {
      return "Words[private]";
    }
  }

  /** How words would go to this person now. */
  public sealed interface Outlook {
    /**
     * They would go.
     *
     * @param channel by which they would go
     * @param until when WhatsApp stops taking free words; empty for a text message, and where it
     *     takes none any more: then they are invited to write back, and the words wait for that
     */
    record Open(ChannelName channel, Optional<Instant> until) implements Outlook {}

    /** Nothing would go; never {@link Said.Queued}. */
    record Closed(Said why) implements Outlook {}
  }

  /** How words would go to this person now, before anything is written. */
  public Outlook outlook(Acting acting, UUID person) {
    return acting.asOwner(handle ->
        switch (course(handle, person, clock.instant())) {
          case Course.Open open -> outlook(open.way());
          case Course.Closed(Said why) -> new Outlook.Closed(why);
        });
  }

  private Outlook outlook(Way way) {
    ChannelName channel = way.channel(routes);
    return new Outlook.Open(
        channel,
        way.lastAt()
            .filter(_ -> channel == ChannelName.WHATSAPP && way.windowIsOpen())
            .map(at -> at.plus(WINDOW)));
  }

  private sealed interface Course {
    record Open(Way way, boolean incident, boolean despiteStop) implements Course {}

    record Closed(Said why) implements Course {}
  }

  private Course course(Handle handle, UUID person, Instant at) {
    Optional<Way> found = Way.find(handle, person, at);
    if (found.isEmpty()) {
      return new Course.Closed(new Said.NoNumber());
    }
    Way way = found.get();
    ChannelName channel = way.channel(routes);
    boolean closed = channel == ChannelName.WHATSAPP && !way.takesFreeWords(routes);
    boolean invites =
        closed
            && way.lastAt().isPresent()
            && templates
                .find(handle, person, Template.Kind.REPLY, way.senderOf(channel, routes))
                .isPresent();
    if ((closed && !invites) || routes.by(channel).isEmpty()) {
      return new Course.Closed(new Said.NoWay());
    }
    boolean incident = isIncidentOpen(handle, person);
    Optional<Instant> stopped = stopped(handle, way, channel);
    // Who wrote in danger after a STOP is answered all the same.
    boolean despite =
        incident
            && stopped
                .flatMap(since -> way.lastAt().map(last -> last.isAfter(since)))
                .orElse(false);
    return stopped.isPresent() && !despite
        ? new Course.Closed(new Said.Stopped())
        : new Course.Open(way, incident, despite);
  }

  private Said say(Handle handle, Words words) {
    return switch (course(handle, words.person(), words.at())) {
      case Course.Closed(Said why) -> why;
      case Course.Open(Way way, boolean incident, boolean despite) -> {
        UUID message = write(handle, words, way, way.channel(routes));
        send(handle, message, words, way, new Urgency(incident, despite));
        HandoverRows.answered(handle, words.person(), words.operator(), incident, words.at());
        yield new Said.Queued(message);
      }
    };
  }

  private UUID write(Handle handle, Words words, Way way, ChannelName channel) {
    UUID id = UUID.randomUUID();
    MessageRows.insert(
        handle,
        new MessageRows.Shown(
            id,
            way.integration(),
            words.person(),
            "operator",
            contents.seal(contents.keyOf(handle, words.person()), way.encrypts(), words.text(), id),
            Rows.write(Map.of("kind", "operator")),
            Optional.empty(),
            channel.word(),
            words.at()));
    return id;
  }

  private record Urgency(boolean crisis, boolean despiteStop) {}

  private void send(Handle handle, UUID message, Words words, Way way, Urgency urgency) {
    ChannelName channel = way.channel(routes);
    outbox.add(
        handle,
        new NewMessage(
            UUID.randomUUID(),
            Optional.of(words.person()),
            Optional.of(message),
            channel,
            way.address(),
            way.senderOf(channel, routes),
            "operator",
            urgency.crisis(),
            urgency.despiteStop(),
            "",
            words.text(),
            Optional.empty()),
        words.at());
  }

  private Optional<Instant> stopped(Handle handle, Way way, ChannelName channel) {
    return handle
        .createQuery(
            "SELECT since FROM gateway.opt_outs WHERE address = :address AND channel = :channel"
                + " AND sender = :sender")
        .bind("address", way.address())
        .bind("channel", channel.word())
        .bind(
            "sender",
            routes.by(channel, way.senderOf(channel, routes)).map(Routes.Route::sender).orElse(""))
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  static boolean isIncidentOpen(Handle handle, UUID person) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM public.crisis_interventions ci"
                + " WHERE ci.user_id = :person AND "
                + Incidents.openCondition()
                + ")")
        .bind("person", person)
        .mapTo(Boolean.class)
        .one();
  }
}
