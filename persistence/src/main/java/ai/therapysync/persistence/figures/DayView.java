package ai.therapysync.persistence.figures;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.figures.Figure.Source;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads figures by day, as far as the caller may see them. */
public final class DayView {
  /** An average of fewer people would tell how somebody is. */
  public static final int FEWEST = 5;

  private static final String MOOD_PEOPLE = "mood_people";

  private DayView() {}

  /**
   * When figures were last made.
   *
   * @param day the last one that they are of
   */
  public record Made(LocalDate day, Instant at) {}

  /** Of the platform as a whole. */
  public static Days platform(Acting acting, Span span) {
    return days(acting.handle(), Source.PLATFORM, "public.platform_analytics", span);
  }

  /** Of what all people did, added up; averages over few people are left out. */
  public static Days behavior(Acting acting, Span span) {
    if (!acting.caller().may(Permission.SEE_ANALYTICS)) {
      return new Days(span, Figure.of(Source.BEHAVIOR), List.of());
    }
    return acting.asOwner(owner -> behavior(owner, span));
  }

  /** Of one person. */
  public static Days person(Acting acting, UUID person, Span span) {
    Query query =
        acting
            .handle()
            .createQuery(
                select(Source.PERSON, "public.user_behavior_analytics", " AND user_id = :person"))
            .bind("person", person);
    return new Days(
        span,
        Figure.of(Source.PERSON),
        bound(query, span)
            .map((row, _) -> withoutEmptyMood(row, Figure.OWN_MOOD_ENTRIES, Figure.OWN_MOOD))
            .list());
  }

  /** Which day was the last to be added up. */
  public static Optional<Made> made(Acting acting) {
    return acting.asOwner(owner ->
        owner
            .createQuery(
                "SELECT day - 1 AS day, figures_at FROM gateway.nights"
                    + " WHERE figures_at IS NOT NULL ORDER BY day DESC LIMIT 1")
            .map((row, _) ->
                new Made(
                    row.getObject("day", LocalDate.class),
                    row.getObject("figures_at", OffsetDateTime.class).toInstant()))
            .findOne());
  }

  /** Notes that figures were taken out as a file. */
  public static void noteExport(Acting acting, String table, Optional<UUID> person) {
    acting.note(new AuditEntry("export", table, Optional.empty(), person, List.of()));
  }

  private static Days behavior(Handle owner, Span span) {
    Query query = owner.createQuery(select(Source.BEHAVIOR, "gateway.daily_behavior", ""));
    return new Days(
        span,
        Figure.of(Source.BEHAVIOR),
        bound(query, span).map((row, _) -> withoutFew(row)).list());
  }

  private static Days days(Handle handle, Source source, String table, Span span) {
    return new Days(
        span,
        Figure.of(source),
        bound(handle.createQuery(select(source, table, "")), span)
            .map((row, _) -> day(row, source))
            .list());
  }

  private static String select(Source source, String table, String whose) {
    String figures =
        Figure.of(source).stream().map(Figure::column).collect(Collectors.joining(", "));
    String columns = source == Source.BEHAVIOR ? figures + ", " + MOOD_PEOPLE : figures;
    return "SELECT date, %s FROM %s WHERE date BETWEEN :first AND :last%s ORDER BY date"
        .formatted(columns, table, whose);
  }

  private static Query bound(Query query, Span span) {
    return query.bind("first", span.first()).bind("last", span.last());
  }

  private static Days.Day day(ResultSet row, Source source) throws SQLException {
    return new Days.Day(row.getObject("date", LocalDate.class), values(row, source));
  }

  private static Map<Figure, BigDecimal> values(ResultSet row, Source source) throws SQLException {
    Map<Figure, BigDecimal> values = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.of(source)) {
      Optional.ofNullable(row.getBigDecimal(figure.column()))
          .ifPresent(value -> values.put(figure, value));
    }
    return values;
  }

  private static Days.Day withoutFew(ResultSet row) throws SQLException {
    Map<Figure, BigDecimal> values = values(row, Source.BEHAVIOR);
    if (row.getInt(MOOD_PEOPLE) < FEWEST) {
      values.remove(Figure.ALL_MOOD);
    }
    if (row.getInt(Figure.ALL_PEOPLE.column()) < FEWEST) {
      values.remove(Figure.ALL_ENGAGEMENT);
      values.remove(Figure.ALL_RETENTION);
    }
    return new Days.Day(row.getObject("date", LocalDate.class), values);
  }

  /** Where nobody told a mood the schema says 0, which is none. */
  private static Days.Day withoutEmptyMood(ResultSet row, Figure entries, Figure mood)
      throws SQLException {
    Map<Figure, BigDecimal> values = values(row, Source.PERSON);
    if (values.getOrDefault(entries, BigDecimal.ZERO).signum() == 0) {
      values.remove(mood);
    }
    return new Days.Day(row.getObject("date", LocalDate.class), values);
  }
}
