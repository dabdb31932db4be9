package ai.therapysync.gateway.alert;

import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.persistence.crisis.AlertBook;
import ai.therapysync.persistence.crisis.AlertBook.Waiting;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands alerts to the operators' webhook: again and again with growing pauses for a day, and never
 * so many at once that other crisis work waits.
 */
public final class Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final Duration TRIED_FOR = Duration.ofDays(1);
  private static final Duration WHEN_BUSY = Duration.ofSeconds(1);
  private static final int AT_ONCE = 4;

  /** After the first failure, the second and so on; the last one from then on. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofMinutes(40),
          Duration.ofHours(1));

  private final AlertBook book;
  private final Optional<OperatorWebhook> webhook;
  private final PageLinks links;
  private final InstantSource clock;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * With where alerts stand, and the pages that they lead to.
   *
   * @param webhook none: what waits is given up
   */
  public Alerts(
      AlertBook book, Optional<OperatorWebhook> webhook, PageLinks links, InstantSource clock) {
    this.book = book;
    this.webhook = webhook;
    this.links = links;
    this.clock = clock;
  }

  /**
   * One attempt.
   *
   * @return when to come again; empty when it is over
   */
  public Optional<Instant> attempt(UUID id) {
    if (!free.tryAcquire()) {
      return Optional.of(clock.instant().plus(WHEN_BUSY));
    }
    try {
      return book.waiting(id).flatMap(this::attempt);
    } finally {
      free.release();
    }
  }

  private Optional<Instant> attempt(Waiting alert) {
    Instant now = clock.instant();
    if (webhook.isEmpty()) {
      book.givenUp(alert.id(), "off", now);
      return Optional.empty();
    }
    Optional<String> failure = webhook.get().post(alert.id().toString(), body(alert), now);
    if (failure.isEmpty()) {
      book.sent(alert.id(), now);
      return Optional.empty();
    }
    LOG.warn("The operators' webhook did not take an alert: {}", failure.get());
    Instant next = now.plus(PAUSES.get(Math.min(alert.attempts(), PAUSES.size() - 1)));
    if (next.isAfter(alert.at().plus(TRIED_FOR))) {
      book.givenUp(alert.id(), failure.get(), now);
      return Optional.empty();
    }
    book.failed(alert.id(), failure.get());
    return Optional.of(next);
  }

  private String body(Waiting alert) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    if (alert.subject() instanceof AlertSubject.OfIncident(UUID incident)) {
      data.put("incident_id", incident.toString());
    }
    alert.person().ifPresent(person -> data.put("user_id", person.toString()));
    alert.level().ifPresent(level -> data.put("level", level));
    data.put("reference", alert.subject().reference());
    data.put("at", alert.at().toString());
    data.put("link", links.forOperators(alert.subject()));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "alert." + alert.reason());
    body.put("timestamp", alert.at().toString());
    body.set("data", data);
    return body.toString();
  }
}
