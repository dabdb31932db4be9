package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.persistence.crisis.PersonMessages;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes to people who have not written first, by the way they last used. */
public final class UnaskedRows implements PersonMessages {
  private static final String WAY =
      """
      SELECT i.id, '+' || gateway.digits(i.phone_number) AS address, l.channel, l.sender,
        l.received_at > CAST(:now AS timestamptz) - interval '24 hours' AS window_is_open,
        coalesce(w.message_encryption_enabled, true) AS encrypts
      FROM public.whatsapp_integrations i
      LEFT JOIN public.whatsapp_config w ON w.user_id = i.user_id
      LEFT JOIN LATERAL (SELECT b.channel, b.sender, b.received_at FROM gateway.inbound b
        WHERE b.address = '+' || gateway.digits(i.phone_number)
        ORDER BY b.received_at DESC LIMIT 1) l ON true
      WHERE i.user_id = :person AND i.is_verified AND i.is_active
      ORDER BY l.received_at DESC NULLS LAST, i.created_at, i.id LIMIT 1
      """;

  private final Contents contents;
  private final OutboxRows outbox;
  private final Routes routes;

  /** With the seals, the outbox, and the channels that are on. */
  public UnaskedRows(Contents contents, OutboxRows outbox, Routes routes) {
    this.contents = contents;
    this.outbox = outbox;
    this.routes = routes;
  }

  /** How a person wrote last, if they ever did, and whether that is less than a day ago. */
  private record Way(
      UUID integration,
      String address,
      Optional<ChannelName> last,
      Optional<String> sender,
      boolean windowIsOpen,
      boolean encrypts) {
    static Way read(ResultSet row) throws SQLException {
      return new Way(
          row.getObject("id", UUID.class),
          row.getString("address"),
          Optional.ofNullable(row.getString("channel")).map(ChannelName::of),
          Optional.ofNullable(row.getString("sender")),
          row.getBoolean("window_is_open"),
          row.getBoolean("encrypts"));
    }
  }

  @Override
  public void ask(Handle handle, PersonId person, IncidentId incident, String text, Instant now) {
    NewMessage.Incident about =
        new NewMessage.Incident(
            incident.value(), Optional.empty(), Optional.empty(), 0, Optional.empty());
    say(
        handle,
        person.value(),
        new Unasked("check_in", text, Optional.empty(), Optional.of(about)),
        now);
  }

  /**
   * Something said to a person who has not written first. Private: never printed.
   *
   * @param kind what it is, for the message's metadata and the outbox's purpose
   * @param session the talk that it belongs to
   */
  record Unasked(
      String kind, String text, Optional<UUID> session, Optional<NewMessage.Incident> incident) {
    @Override
    public String toString() {
      return "Unasked[" + kind + "]";
    }
  }

  /** Whether there was a way to say it. */
  boolean say(Handle handle, UUID person, Unasked unasked, Instant now) {
    Optional<Way> found =
        handle
            .createQuery(WAY)
            .bind("person", person)
            .bind("now", Rows.at(now))
            .map((row, _) -> Way.read(row))
            .findOne();
    found.ifPresent(way -> write(handle, person, unasked, way, now));
    return found.isPresent();
  }

  /** WhatsApp takes free words only within a day of the person's last; an SMS goes at any time. */
  private ChannelName channel(Way way) {
    boolean sms = routes.by(ChannelName.SMS).isPresent();
    return way.last()
        .filter(last -> last == ChannelName.SMS || way.windowIsOpen() || !sms)
        .orElse(sms ? ChannelName.SMS : ChannelName.WHATSAPP);
  }

  private void write(Handle handle, UUID person, Unasked unasked, Way way, Instant now) {
    UUID id = UUID.randomUUID();
    ChannelName channel = channel(way);
    MessageRows.insert(
        handle,
        new MessageRows.Shown(
            id,
            way.integration(),
            person,
            "ai",
            contents.seal(contents.keyOf(handle, person), way.encrypts(), unasked.text(), id),
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
            way.sender().filter(_ -> way.last().equals(Optional.of(channel))),
            unasked.kind(),
            false,
            false,
            "",
            unasked.text(),
            unasked.incident()),
        now);
  }
}
