package ai.therapysync.persistence.crisis;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where one sees whether crisis work goes on as it must; one cheap query for each question. */
public final class WatchBook {
  private static final Duration OVERDUE = Duration.ofSeconds(30);
  private static final Duration RECEIPT_WITHIN = Duration.ofSeconds(60);
  private static final Duration OLD_NEWS = Duration.ofMinutes(15);
  private static final Duration SENDER_HAD_ONE = Duration.ofHours(24);
  private static final Duration TRIED_FOR = Duration.ofSeconds(60);
  private static final Duration NOTHING_TAKEN_FOR = Duration.ofMinutes(3);

  private static final String STUCK =
      """
      SELECT e.incident_id, e.user_id, e.step, NOT EXISTS (SELECT 1 FROM gateway.crisis_tasks t
          WHERE t.task_name = 'incident'
            AND starts_with(t.task_instance, e.incident_id || ':' || e.step || ':RUNG:')) AS lost
      FROM gateway.escalations e
      JOIN public.crisis_interventions ci ON ci.id = e.incident_id
      WHERE e.state = 'climbing' AND e.deadline < :overdue
        AND ci.status IN ('pending', 'notified') AND ci.completed_at IS NULL
      ORDER BY e.deadline LIMIT 100
      """;

  private static final String UNCONFIRMED =
      """
      SELECT o.incident_id FROM gateway.escalations e
      JOIN public.crisis_interventions ci ON ci.id = e.incident_id
      JOIN gateway.outbox o ON o.incident_id = e.incident_id
      JOIN gateway.deliveries d ON d.outbox_id = o.id
      WHERE e.state = 'climbing' AND ci.status IN ('pending', 'notified')
        AND ci.completed_at IS NULL AND o.purpose = 'page' AND d.channel = 'sms'
        AND d.accepted_at < :before AND d.accepted_at > :after
        AND d.receipt_at IS NULL AND d.status <> 'failed'
        AND EXISTS (SELECT 1 FROM gateway.deliveries r WHERE r.channel = d.channel
          AND r.sender = d.sender AND r.receipt_at > :day)
      ORDER BY d.accepted_at LIMIT 100
      """;

  private static final String OLDEST =
      """
      SELECT least(
        (SELECT min(o.created_at) FROM gateway.outbox o
          WHERE o.crisis AND o.state IN ('waiting', 'sending')),
        (SELECT min(t.execution_time) FROM gateway.crisis_tasks t
          WHERE NOT t.picked AND t.execution_time < :now))
      """;

  /** Ways by which something has been tried in vain for a while. */
  private static final String IN_VAIN =
      """
      SELECT DISTINCT o.channel, o.sender FROM gateway.outbox o
      WHERE o.state IN ('waiting', 'sending') AND NOT o.superseded AND o.attempts >= 2
        AND o.created_at < :tried
      """;

  private static final String TOOK_NOTHING =
      """
      SELECT NOT EXISTS (SELECT 1 FROM gateway.deliveries d
        WHERE d.provider = :provider AND d.accepted_at > :taken)
      """;

  private final Jdbi jdbi;
  private final Routes routes;

  /** On the database, with the ways out whose providers are watched. */
  public WatchBook(Jdbi jdbi, Routes routes) {
    this.jdbi = jdbi;
    this.routes = routes;
  }

  /**
   * What is to be seen.
   *
   * @param stuck ladders beyond their time, the longest first
   * @param unconfirmed for each page that lacks a receipt, its incident
   * @param queueAge how long the oldest crisis message, or task that is due, has been waiting
   * @param providers each that is configured, and whether it takes messages
   */
  public record Sighting(
      List<Stuck> stuck,
      List<IncidentId> unconfirmed,
      Duration queueAge,
      Map<Provider, Boolean> providers) {
    public Sighting {
      stuck = List.copyOf(stuck);
      unconfirmed = List.copyOf(unconfirmed);
      providers = Map.copyOf(providers);
    }

    /** The same, where a node knows that these providers fail. */
    public Sighting without(Set<Provider> failing) {
      Map<Provider, Boolean> up = new EnumMap<>(Provider.class);
      providers.forEach(
          (provider, takes) -> up.put(provider, takes && !failing.contains(provider)));
      return new Sighting(stuck, unconfirmed, queueAge, up);
    }
  }

  /**
   * A ladder beyond its time.
   *
   * @param timerLost nothing would ever move it on
   */
  public record Stuck(IncidentId incident, UUID person, int step, boolean timerLost) {}

  /** Looks. */
  public Sighting look(Instant now) {
    return jdbi.withHandle(handle ->
        new Sighting(
            stuck(handle, now), unconfirmed(handle, now), queueAge(handle, now), up(handle, now)));
  }

  /** A ladder that has lost its timer gets another one, due now; should it have moved on, void. */
  public void restoreTimer(Stuck stuck, Instant now) {
    jdbi.useTransaction(handle -> {
      Agenda.timer(handle, stuck.incident().value(), stuck.step(), Timer.RUNG, now);
      handle
          .createUpdate(
              "INSERT INTO gateway.incident_events (incident_id, user_id, at, what)"
                  + " VALUES (:incident, :person, :now, 'timer_restored')")
          .bind("incident", stuck.incident().value())
          .bind("person", stuck.person())
          .bind("now", Rows.at(now))
          .execute();
    });
  }

  private static List<Stuck> stuck(Handle handle, Instant now) {
    return handle
        .createQuery(STUCK)
        .bind("overdue", Rows.at(now.minus(OVERDUE)))
        .map((row, _) ->
            new Stuck(
                new IncidentId(row.getObject("incident_id", UUID.class)),
                row.getObject("user_id", UUID.class),
                row.getInt("step"),
                row.getBoolean("lost")))
        .list();
  }

  private static List<IncidentId> unconfirmed(Handle handle, Instant now) {
    return handle
        .createQuery(UNCONFIRMED)
        .bind("before", Rows.at(now.minus(RECEIPT_WITHIN)))
        .bind("after", Rows.at(now.minus(OLD_NEWS)))
        .bind("day", Rows.at(now.minus(SENDER_HAD_ONE)))
        .map((row, _) -> new IncidentId(row.getObject("incident_id", UUID.class)))
        .list();
  }

  private static Duration queueAge(Handle handle, Instant now) {
    return handle
        .createQuery(OLDEST)
        .bind("now", Rows.at(now))
        .map((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .one()
        .map(oldest -> Duration.between(oldest.toInstant(), now))
        .filter(age -> !age.isNegative())
        .orElse(Duration.ZERO);
  }

  private Map<Provider, Boolean> up(Handle handle, Instant now) {
    Set<Provider> inVain = inVain(handle, now);
    Map<Provider, Boolean> up = new EnumMap<>(Provider.class);
    routes.all().stream()
        .map(Routes.Route::provider)
        .distinct()
        .forEach(provider ->
            up.put(
                provider, !inVain.contains(provider) || !hasTakenNothing(handle, provider, now)));
    return up;
  }

  private Set<Provider> inVain(Handle handle, Instant now) {
    return handle
        .createQuery(IN_VAIN)
        .bind("tried", Rows.at(now.minus(TRIED_FOR)))
        .map((row, _) ->
            routes.by(
                ChannelName.of(row.getString("channel")),
                Optional.ofNullable(row.getString("sender"))))
        .stream()
        .flatMap(Optional::stream)
        .map(Routes.Route::provider)
        .collect(Collectors.toSet());
  }

  private static boolean hasTakenNothing(Handle handle, Provider provider, Instant now) {
    return handle
        .createQuery(TOOK_NOTHING)
        .bind("provider", provider.word())
        .bind("taken", Rows.at(now.minus(NOTHING_TAKEN_FOR)))
        .mapTo(Boolean.class)
        .one();
  }
}
