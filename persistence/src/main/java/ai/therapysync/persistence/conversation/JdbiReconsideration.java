package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.conversation.opinion.Reconsideration;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.tasks.Agenda;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A second look at messages on PostgreSQL. */
public final class JdbiReconsideration implements Reconsideration {
  private static final String LOAD =
      """
      SELECT json_build_object('inbound', to_json(i), 'person', i.user_id, 'shown', m.id,
        'content', m.content, 'at', m."timestamp",
        'known', (SELECT json_agg(a.level) FROM public.crisis_assessments a
          WHERE a.message_id = m.id),
        'before', (SELECT json_agg(b) FROM (
          SELECT o.id, o.sender_type, o.content, o."timestamp" AS at
          FROM public.whatsapp_messages o
          WHERE o.user_id = i.user_id AND o."timestamp" < m."timestamp"
          ORDER BY o."timestamp" DESC, o.id DESC LIMIT 8) b))::text
      FROM gateway.inbound i JOIN public.whatsapp_messages m ON m.id = i.message_id
      WHERE i.id = :id AND %s
      """
          .formatted(WithdrawalRows.SAID);

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Contents contents;
  private final CircumstanceRows circumstances;
  private final ReceivedRows received;

  /** With where things are read and written. */
  public JdbiReconsideration(
      Jdbi jdbi,
      InstantSource clock,
      Contents contents,
      CircumstanceRows circumstances,
      ReceivedRows received) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.contents = contents;
    this.circumstances = circumstances;
    this.received = received;
  }

  @Override
  public Optional<Earlier> look(UUID inbound) {
    return jdbi.withHandle(handle -> row(handle, inbound).map(row -> earlier(handle, row)));
  }

  @Override
  public void decide(String task, UUID inbound, Rule rule) {
    jdbi.useTransaction(handle -> {
      Optional<JsonNode> row = row(handle, inbound);
      Instant now = clock.instant();
      // The person first, as always: the scheduler's own writes never wait for a person's lock.
      Optional<CircumstanceRows.Loaded> loaded =
          row.map(one -> circumstances.load(handle, message(handle, one), now));
      if (!Agenda.looked(handle, task) || loaded.filter(one -> one.key().isPresent()).isEmpty()) {
        return;
      }
      // Danger that was seen in words that were taken back meanwhile was danger all the same.
      JsonNode fresh = row(handle, inbound).or(() -> row).orElseThrow();
      InboundMessage message = message(handle, fresh);
      received.reconsidered(
          handle,
          new ReceivedRows.Again(message, inbound, Rows.uuid(fresh, "shown").orElseThrow()),
          loaded.get(),
          rule.apply(message, known(fresh), loaded.get().circumstances()));
    });
  }

  private static Optional<JsonNode> row(Handle handle, UUID inbound) {
    return handle
        .createQuery(LOAD)
        .bind("id", inbound)
        .mapTo(String.class)
        .findOne()
        .map(Rows::json);
  }

  private Earlier earlier(Handle handle, JsonNode row) {
    DataKey key = contents.keyOf(handle, Rows.uuid(row, "person").orElseThrow());
    List<Utterance> before = new ArrayList<>();
    row.path("before").forEach(node -> before.add(Utterances.read(contents, key, node)));
    Instant at = Rows.instant(row, "at").orElse(Instant.EPOCH);
    return new Earlier(
        new Utterance(Utterance.Speaker.PERSON, text(key, row), at), before.reversed());
  }

  private static RiskLevel known(JsonNode row) {
    return Rows.texts(row, "known").stream()
        .map(word -> RiskLevel.valueOf(word.toUpperCase(Locale.ROOT)))
        .max(RiskLevel::compareTo)
        .orElse(RiskLevel.NONE);
  }

  private InboundMessage message(Handle handle, JsonNode row) {
    JsonNode inbound = row.path("inbound");
    DataKey key = contents.keyOf(handle, Rows.uuid(row, "person").orElseThrow());
    return new InboundMessage(
        Provider.valueOf(inbound.path("provider").asText().toUpperCase(Locale.ROOT)),
        inbound.path("provider_message_id").asText(),
        ChannelName.of(inbound.path("channel").asText()),
        Address.ofSender(inbound.path("address").asText()),
        inbound.path("sender").asText(),
        MessageType.valueOf(inbound.path("message_type").asText().toUpperCase(Locale.ROOT)),
        text(key, row),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Rows.instant(inbound, "received_at").orElse(Instant.EPOCH));
  }

  private String text(DataKey key, JsonNode row) {
    return Utterances.readable(
        contents, key, row.path("content").asText(), Rows.uuid(row, "shown").orElseThrow());
  }
}
