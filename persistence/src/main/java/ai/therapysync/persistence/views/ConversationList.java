package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Whose conversations moved last, and who holds them; without a word of them. */
public final class ConversationList {
  private static final int PAGE = 50;

  /** Asked for by so few that all of them are shown. */
  private static final int MOST_HELD = 500;

  private static final String SHOWN =
      """
      SELECT m.id, m.user_id, coalesce(p.name, '') AS name, m.channel, m.sender_type,
        m."timestamp" AS last_at, m."timestamp"::text AS time
      """;

  /** Each person's last message: one that has no later one of theirs. */
  private static final String OF_ALL =
      """
      FROM public.whatsapp_messages m LEFT JOIN public.profiles p ON p.id = m.user_id
      WHERE m."timestamp" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM public.whatsapp_messages n WHERE n.user_id = m.user_id
          AND n."timestamp" >= m."timestamp" AND (n."timestamp", n.id) > (m."timestamp", m.id))
      """;

  private static final String OF_SOME =
      """
      FROM unnest(:among) AS a(id) CROSS JOIN LATERAL (
          SELECT l.id, l.user_id, l.channel, l.sender_type, l."timestamp"
          FROM public.whatsapp_messages l WHERE l.user_id = a.id AND l."timestamp" IS NOT NULL
          ORDER BY l."timestamp" DESC, l.id DESC LIMIT 1) m
        LEFT JOIN public.profiles p ON p.id = m.user_id
      WHERE TRUE
      """;

  private final Callers callers;

  /** By way of the caller's rights. */
  public ConversationList(Callers callers) {
    this.callers = callers;
  }

  /** Who has a conversation in hand. */
  public enum Hold {
    AI,
    /** The person asked for a human, and nobody is there yet. */
    AWAITED,
    MINE,
    ANOTHERS
  }

  /**
   * One conversation.
   *
   * @param name empty where the caller may not see who it is
   * @param lastBy {@code user}, {@code ai}, {@code operator} or {@code system}
   */
  public record Row(
      UUID person, String name, String channel, String lastBy, Instant lastAt, Hold hold) {
    private Row heldBy(Hold by) {
      return new Row(person, name, channel, lastBy, lastAt, by);
    }

    @Override
    public String toString() {
      return "Row[" + person + "]";
    }
  }

  /** Which of them are looked for. */
  public enum Which {
    ALL,
    /** Those who asked for a human and have none yet. */
    AWAITED,
    /** Those whom the caller holds. */
    MINE
  }

  /** A part of the list, and where the next begins. */
  public record Found(List<Row> rows, Optional<Cursor> next) {
    public Found {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Those that moved last come first.
   *
   * @param sought what is known of the person, as {@link People} finds them; blank: anybody. Only
   *     who may see people finds them by it
   */
  public Found read(
      Caller caller, Origin origin, Which which, String sought, Optional<Cursor> after) {
    return callers.acting(
        caller,
        origin,
        acting -> {
          Optional<List<UUID>> among = among(acting, which, sought);
          return among.map(List::isEmpty).orElse(false)
              ? new Found(List.of(), Optional.empty())
              : rows(acting, among, after);
        });
  }

  /** How many ask for a human, and how many the caller holds. */
  public Map<Which, Integer> counts(Caller caller, Origin origin) {
    return callers.acting(
        caller,
        origin,
        acting ->
            Map.of(
                Which.AWAITED, held(acting, Which.AWAITED).size(),
                Which.MINE, held(acting, Which.MINE).size()));
  }

  /** Who has this one in hand. */
  public static Hold hold(Acting acting, UUID person) {
    return holds(acting, List.of(person)).getOrDefault(person, Hold.AI);
  }

  /** The person's name, where the caller may see it; empty where there is no such person. */
  public static Optional<String> name(Acting acting, UUID person) {
    return acting
        .handle()
        .createQuery("SELECT name FROM public.profiles WHERE id = :person")
        .bind("person", person)
        .mapTo(String.class)
        .findOne();
  }

  /** Empty where everybody is meant. */
  private static Optional<List<UUID>> among(Acting acting, Which which, String sought) {
    Optional<Set<UUID>> found =
        sought.isBlank()
            ? Optional.empty()
            : Optional.of(
                acting.caller().may(Permission.SEE_USERS)
                    ? Set.copyOf(People.found(acting, sought))
                    : Set.of());
    if (which == Which.ALL) {
      return found.map(List::copyOf);
    }
    return Optional.of(
        held(acting, which).stream()
            .filter(person -> found.map(some -> some.contains(person)).orElse(true))
            .toList());
  }

  private static List<UUID> held(Acting acting, Which which) {
    return acting.asOwner(owner ->
        owner
            .createQuery(
                "SELECT user_id FROM gateway.takeovers WHERE CASE WHEN :mine"
                    + " THEN operator_id = :me ELSE operator_id IS NULL END"
                    + " ORDER BY since LIMIT "
                    + MOST_HELD)
            .bind("mine", which == Which.MINE)
            .bind("me", acting.caller().id())
            .mapTo(UUID.class)
            .list());
  }

  private static Found rows(Acting acting, Optional<List<UUID>> among, Optional<Cursor> after) {
    Query query =
        acting
            .handle()
            .createQuery(
                SHOWN
                    + (among.isPresent() ? OF_SOME : OF_ALL)
                    + after
                        .map(_ ->
                            " AND m.\"timestamp\" <= CAST(:time AS timestamptz)"
                                + " AND (m.\"timestamp\", m.id) < (CAST(:time AS timestamptz), :id)")
                        .orElse("")
                    + " ORDER BY m.\"timestamp\" DESC, m.id DESC LIMIT :limit")
            .bind("limit", PAGE + 1);
    among.ifPresent(people -> query.bindArray("among", UUID.class, people));
    after.ifPresent(cursor -> query.bind("time", cursor.time()).bind("id", cursor.id()));
    List<Cursor> places = new ArrayList<>();
    List<Row> read =
        query
            .map((row, _) -> {
              places.add(
                  new Cursor(
                      row.getString("time").replace(' ', 'T'), row.getObject("id", UUID.class)));
              return row(row);
            })
            .list();
    boolean more = read.size() > PAGE;
    List<Row> rows = more ? read.subList(0, PAGE) : read;
    Map<UUID, Hold> holds = holds(acting, rows.stream().map(Row::person).toList());
    return new Found(
        rows.stream().map(row -> row.heldBy(holds.getOrDefault(row.person(), Hold.AI))).toList(),
        more ? Optional.of(places.get(PAGE - 1)) : Optional.empty());
  }

  private static Map<UUID, Hold> holds(Acting acting, List<UUID> people) {
    UUID me = acting.caller().id();
    Map<UUID, Hold> holds = new HashMap<>();
    acting.asOwner(owner ->
        owner
            .createQuery(
                "SELECT user_id, operator_id FROM gateway.takeovers WHERE user_id = ANY(:people)")
            .bindArray("people", UUID.class, people)
            .map((row, _) ->
                holds.put(
                    row.getObject("user_id", UUID.class),
                    hold(Optional.ofNullable(row.getObject("operator_id", UUID.class)), me)))
            .list());
    return holds;
  }

  private static Hold hold(Optional<UUID> operator, UUID me) {
    return operator.map(id -> id.equals(me) ? Hold.MINE : Hold.ANOTHERS).orElse(Hold.AWAITED);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("user_id", UUID.class),
        row.getString("name"),
        row.getString("channel"),
        row.getString("sender_type"),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        Hold.AI);
  }
}
