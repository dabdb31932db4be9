package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Matter;
import ai.therapysync.conversation.delivery.Step;
import ai.therapysync.conversation.delivery.Template;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.TemplateText;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.Agenda;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes to people by a template where WhatsApp takes no words of ours: they are invited to write
 * back, at most once a day, and what waits for them goes out when they do.
 */
public final class InvitationRows {
  /** The last invitation that still stands, or has failed: a day old at most, and unanswered. */
  private static final String LAST =
      """
      SELECT coalesce((SELECT d.status FROM gateway.deliveries d WHERE d.outbox_id = o.id
          ORDER BY d.attempt DESC LIMIT 1), o.state) IN ('failed', 'withdrawn') AS failed
      FROM gateway.outbox o
      WHERE o.address = :address AND o.template = 'reply'
        AND o.created_at > CAST(:now AS timestamptz) - interval '24 hours'
        AND NOT EXISTS (SELECT 1 FROM gateway.inbound i
          WHERE i.address = :address AND i.received_at > o.created_at)
      ORDER BY o.seq DESC LIMIT 1
      """;

  private final TemplateRows templates;
  private final PageLinks links;
  private final Sealer sealer;

  /** With the templates that are configured, and the addresses that pages carry. */
  public InvitationRows(TemplateRows templates, PageLinks links, Sealer sealer) {
    this.templates = templates;
    this.links = links;
    this.sealer = sealer;
  }

  /** Whether there is a template for it; one that has just failed is none. */
  boolean isThere(Handle handle, OutboxRow row, Instant now) {
    return row.matter().ladder().contains(Step.TEMPLATE)
        && template(handle, row).isPresent()
        && (row.matter() == Matter.PAGE || !last(handle, row, now).orElse(false));
  }

  /** Invites, unless an invitation stands; who is called by a page has nothing to wait for. */
  Course write(Handle handle, OutboxRow row, Instant now) {
    if (row.matter() == Matter.PAGE) {
      add(handle, row, now);
      return new Course.Elsewhere();
    }
    if (last(handle, row, now).isEmpty()) {
      add(handle, row, now);
    }
    return new Course.Deferred();
  }

  /** What waits for somebody to write, in order. */
  static List<OutboxRow> deferred(Handle handle, String address) {
    return handle
        .createQuery(
            "SELECT id FROM gateway.outbox WHERE address = :address AND state = 'deferred'"
                + " ORDER BY seq")
        .bind("address", address)
        .mapTo(UUID.class)
        .list()
        .stream()
        .flatMap(id -> OutboxRow.lock(handle, id).stream())
        .toList();
  }

  /** What waited goes by another way, or not at all. */
  static void end(Handle handle, OutboxRow row, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.outbox SET state = 'failed', ended_at = :now, payload = '',"
                + " choices = NULL"
                + " WHERE id = :id")
        .bind("now", Rows.at(now))
        .bind("id", row.id())
        .execute();
  }

  /** Whether an invitation has lost its purpose: they wrote meanwhile. */
  static boolean isAnswered(Handle handle, OutboxRow row) {
    return row.template().filter(kind -> kind == Template.Kind.REPLY).isPresent()
        && !handle
            .createQuery(
                "SELECT EXISTS (SELECT 1 FROM gateway.outbox"
                    + " WHERE address = :address AND state = 'deferred')")
            .bind("address", row.address())
            .mapTo(Boolean.class)
            .one();
  }

  /** What a provider is handed for it; empty for words of ours. */
  static Optional<TemplateText> text(OutboxRow row, JsonNode payload) {
    return row.template()
        .map(_ ->
            new TemplateText(
                payload.path("template").asText(),
                Language.of(payload.path("language").asText()).orElse(Language.ENGLISH),
                Rows.texts(payload, "values")));
  }

  /** Whether the last invitation failed; empty where none stands. */
  private static Optional<Boolean> last(Handle handle, OutboxRow row, Instant now) {
    return handle
        .createQuery(LAST)
        .bind("address", row.address())
        .bind("now", Rows.at(now))
        .mapTo(Boolean.class)
        .findOne();
  }

  private void add(Handle handle, OutboxRow row, Instant now) {
    Template template = template(handle, row).orElseThrow();
    UUID id = UUID.randomUUID();
    String payload =
        Rows.write(
            Map.of(
                "template", template.name(),
                "language", template.language().code(),
                "values", values(row)));
    handle
        .createUpdate(
            """
            INSERT INTO gateway.outbox (id, user_id, message_id, channel, address, sender, purpose,
              crisis, despite_stop, payload, incident_id, contact_id, step, code, created_at,
              template)
            SELECT :id, o.user_id, o.message_id, 'whatsapp', o.address,
              :sender, o.purpose, o.crisis,
              o.despite_stop, :payload, o.incident_id, o.contact_id, o.step, o.code, :now, :kind
            FROM gateway.outbox o WHERE o.id = :row
            """)
        .bind("id", id)
        .bind("sender", sender(handle, row).orElse(null))
        .bind("payload", sealer.sealOwn(payload, id))
        .bind("now", Rows.at(now))
        .bind("kind", template.kind().word())
        .bind("row", row.id())
        .execute();
    Agenda.delivery(handle, id, row.crisis(), now);
  }

  private List<String> values(OutboxRow row) {
    return row.matter() == Matter.PAGE
        ? List.of(links.forContact(row.incident().orElseThrow(), row.contact().orElseThrow()))
        : List.of();
  }

  private Optional<Template> template(Handle handle, OutboxRow row) {
    Template.Kind kind = row.matter() == Matter.PAGE ? Template.Kind.PAGE : Template.Kind.REPLY;
    return row.person()
        .flatMap(person -> templates.find(handle, person, kind, sender(handle, row)));
  }

  /** The sender of the words, or the one by which they know us on WhatsApp. */
  private Optional<String> sender(Handle handle, OutboxRow row) {
    return row.sender()
        .filter(_ -> row.channel() == ChannelName.WHATSAPP)
        .or(() -> templates.sender(handle, row.address(), ChannelName.WHATSAPP));
  }
}
