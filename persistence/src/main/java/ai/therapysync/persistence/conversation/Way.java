package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The way to a person: the verified number that they last wrote from, how they wrote, if they ever
 * did, and whether that is less than a day ago.
 */
record Way(
    UUID integration,
    String address,
    Optional<ChannelName> last,
    Optional<String> sender,
    Optional<Instant> lastAt,
    boolean windowIsOpen,
    boolean encrypts) {
  private static final String FIND =
      """
      SELECT i.id, '+' || gateway.digits(i.phone_number) AS address, l.channel, l.sender,
        l.received_at,
        l.received_at > CAST(:now AS timestamptz) - interval '24 hours' AND NOT EXISTS (
          SELECT 1 FROM gateway.channel_switches s WHERE s.part = 'whatsapp') AS window_is_open,
        coalesce(w.message_encryption_enabled, true) AS encrypts
      FROM public.whatsapp_integrations i
      LEFT JOIN public.whatsapp_config w ON w.user_id = i.user_id
      LEFT JOIN LATERAL (SELECT b.channel, b.sender, b.received_at FROM gateway.inbound b
        WHERE b.address = '+' || gateway.digits(i.phone_number)
        ORDER BY b.received_at DESC LIMIT 1) l ON true
      WHERE i.user_id = :person AND i.is_verified AND i.is_active
      ORDER BY l.received_at DESC NULLS LAST, i.created_at, i.id LIMIT 1
      """;

  /** Empty where no number of theirs is verified and active. */
  static Optional<Way> find(Handle handle, UUID person, Instant now) {
    return handle
        .createQuery(FIND)
        .bind("person", person)
        .bind("now", Rows.at(now))
        .map((row, _) -> read(row))
        .findOne();
  }

  /**
   * WhatsApp takes free words only within a day of the person's last, and none while it is switched
   * off; an SMS goes at any time.
   */
  ChannelName channel(Routes routes) {
    boolean sms = routes.by(ChannelName.SMS).isPresent();
    return last.filter(one -> one == ChannelName.SMS || takesFreeWords(routes) || !sms)
        .orElse(sms ? ChannelName.SMS : ChannelName.WHATSAPP);
  }

  /** Whether WhatsApp takes free words: the day is counted from sender to sender. */
  boolean takesFreeWords(Routes routes) {
    return windowIsOpen && senderOf(ChannelName.WHATSAPP, routes).isPresent();
  }

  /**
   * The sender that they wrote to by this channel, as long as its provider is on; empty for the
   * channel's configured one.
   */
  Optional<String> senderOf(ChannelName channel, Routes routes) {
    return sender
        .filter(_ -> last.equals(Optional.of(channel)))
        .filter(own -> routes.by(channel, own).isPresent());
  }

  private static Way read(ResultSet row) throws SQLException {
    return new Way(
        row.getObject("id", UUID.class),
        row.getString("address"),
        Optional.ofNullable(row.getString("channel")).map(ChannelName::of),
        Optional.ofNullable(row.getString("sender")),
        Optional.ofNullable(row.getObject("received_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("window_is_open"),
        row.getBoolean("encrypts"));
  }
}
