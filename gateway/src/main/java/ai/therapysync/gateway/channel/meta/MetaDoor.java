package ai.therapysync.gateway.channel.meta;

import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.channel.meta.MetaNotification.Element;
import ai.therapysync.gateway.config.MetaSettings;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.database.DatabaseAway;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meta's webhook. The signature is over the raw bytes, so it is looked at before anything is read.
 * Everything in a genuine body is handed to the intake by itself; what could not be stored makes
 * the answer 503, since Meta then repeats the whole, and what is stored is known by its id.
 */
final class MetaDoor {
  private static final Logger LOG = LoggerFactory.getLogger(MetaDoor.class);
  private static final Webhook.Response DONE = new Webhook.Response(200, "text/plain", "");

  private final MetaSignature signature;
  private final MetaMessages messages;
  private final InstantSource clock;
  private final Intake intake;

  MetaDoor(MetaSettings settings, InstantSource clock, Intake intake) {
    this.signature = new MetaSignature(settings.appSecret());
    this.messages = new MetaMessages(settings);
    this.clock = clock;
    this.intake = intake;
  }

  Webhook.Response take(Webhook.Request request) {
    if (!signature.isGenuine(request)) {
      return refuse(403, "The signature is missing or wrong.");
    }
    Optional<JsonNode> body = MetaJson.read(request.body());
    if (body.isEmpty()) {
      return refuse(400, "The body is not a JSON object.");
    }
    return store(MetaNotification.read(body.get()))
        ? DONE
        : refuse(503, "Not everything could be stored: send it again.");
  }

  /** A few people at a time, so that a full body is stored before Meta gives up on us. */
  private boolean store(List<Element> elements) {
    Map<String, List<BooleanSupplier>> strands = new LinkedHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      // Those of one body stay in its order, though they reach us at the same moment.
      Instant at = clock.instant().plusNanos(1_000L * i);
      strands
          .computeIfAbsent(element.about(), _ -> new ArrayList<>())
          .add(() -> store(element, at));
    }
    return Strands.run(strands.values());
  }

  /** A fault in one must not keep the others out; with the database away all of them wait. */
  private boolean store(Element element, Instant at) {
    try {
      switch (element) {
        case Element.Message message -> intake.receive(messages.parse(message, at));
        case Element.Status(JsonNode status) -> intake.report(MetaStatuses.parse(status, at));
      }
      return true;
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      LOG.error("Something that Meta told could not be stored: {}", Failures.describe(e));
      return false;
    }
  }

  private static Webhook.Response refuse(int status, String why) {
    return new Webhook.Response(status, "text/plain", why);
  }
}
