package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What happened in a month, for everybody to read: counts alone. Months are counted in UTC. */
public final class MonthlyFigures {
  private static final String FIGURES =
      """
      WITH month AS (
        SELECT ci.id, ci.status, coalesce(e.level, ci.intervention_data ->> 'level', 'high') AS level,
          coalesce(e.categories, '{}') AS kinds, ci.response_time_minutes AS minutes,
          EXISTS (SELECT 1 FROM gateway.incident_events n
            WHERE n.incident_id = ci.id AND n.what = 'unanswered') OR ci.status = 'unanswered'
            AS unanswered
        FROM public.crisis_interventions ci
        LEFT JOIN gateway.escalations e ON e.incident_id = ci.id
        WHERE ci.created_at >= :from AND ci.created_at < :until)
      SELECT json_build_object(
        'opened', (SELECT count(*) FROM month),
        'levels', (SELECT json_object_agg(level, n) FROM (
          SELECT level, count(*) AS n FROM month GROUP BY level) l),
        'kinds', (SELECT json_object_agg(kind, n) FROM (
          SELECT kind, count(*) AS n FROM month, unnest(kinds) AS kind GROUP BY kind) k),
        'acknowledged', (SELECT count(*) FROM month WHERE minutes IS NOT NULL),
        'median', (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FROM month),
        'slow', (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) FROM month),
        'unanswered', (SELECT count(*) FROM month WHERE unanswered),
        'resolved', (SELECT count(*) FROM month WHERE status = 'resolved'))::text
      """;

  private final Database database;

  /** Of this database. */
  public MonthlyFigures(Database database) {
    this.database = database;
  }

  /**
   * The incidents that were opened in a month.
   *
   * @param levels how many of each level
   * @param kinds how many showed each kind of danger; one may show several
   * @param acknowledged how many somebody took
   * @param medianMinutes from the first cry to the first acknowledgement, of those
   * @param slowMinutes the same for the 90th of a hundred
   * @param unanswered how many had nobody left to ask at some time
   * @param resolved how many are over
   */
  public record Figures(
      int opened,
      Map<String, Integer> levels,
      Map<String, Integer> kinds,
      int acknowledged,
      OptionalDouble medianMinutes,
      OptionalDouble slowMinutes,
      int unanswered,
      int resolved) {
    public Figures {
      levels = Map.copyOf(levels);
      kinds = Map.copyOf(kinds);
    }
  }

  /** Counts. */
  public Figures of(YearMonth month) {
    JsonNode row =
        Rows.json(
            database
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(FIGURES)
                        .bind("from", Rows.at(start(month)))
                        .bind("until", Rows.at(start(month.plusMonths(1))))
                        .mapTo(String.class)
                        .one()));
    return new Figures(
        row.path("opened").asInt(),
        counts(row.path("levels")),
        counts(row.path("kinds")),
        row.path("acknowledged").asInt(),
        minutes(row.path("median")),
        minutes(row.path("slow")),
        row.path("unanswered").asInt(),
        row.path("resolved").asInt());
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Map<String, Integer> counts(JsonNode object) {
    Map<String, Integer> counts = new TreeMap<>();
    object.properties().forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
    return counts;
  }

  private static OptionalDouble minutes(JsonNode value) {
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }
}
