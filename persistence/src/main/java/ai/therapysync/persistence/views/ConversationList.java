package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whose conversations moved last, and who holds them; without a word of them. */
public final class ConversationList {
  /** Among so many of the latest messages people are looked for. */
  private static final int LATEST = 3_000;

  private static final int MOST = 60;

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
    @Override
    public String toString() {
      return "Row[" + person + "]";
    }
  }

  /** Those who ask for a human first, then the latest. */
  public List<Row> read(Caller caller, Origin origin) {
    return callers.acting(caller, origin, ConversationList::rows);
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

  private static List<Row> rows(Acting acting) {
    List<Row> rows =
        acting
            .handle()
            .createQuery(
                """
                WITH latest AS (
                  SELECT m.id, m.user_id, m."timestamp" FROM public.whatsapp_messages m
                  WHERE m."timestamp" IS NOT NULL ORDER BY m."timestamp" DESC LIMIT :latest),
                people AS (
                  SELECT DISTINCT ON (l.user_id) l.id FROM latest l
                  ORDER BY l.user_id, l."timestamp" DESC)
                SELECT m.user_id, coalesce(p.name, '') AS name, m.channel, m.sender_type,
                  m."timestamp" AS last_at
                FROM people l JOIN public.whatsapp_messages m ON m.id = l.id
                  LEFT JOIN public.profiles p ON p.id = m.user_id
                ORDER BY m."timestamp" DESC LIMIT :most
                """)
            .bind("latest", LATEST)
            .bind("most", MOST)
            .map((row, _) -> row(row))
            .list();
    Map<UUID, Hold> holds = holds(acting, rows.stream().map(Row::person).toList());
    return rows.stream()
        .map(row ->
            new Row(
                row.person(),
                row.name(),
                row.channel(),
                row.lastBy(),
                row.lastAt(),
                holds.getOrDefault(row.person(), Hold.AI)))
        .sorted((a, b) -> Boolean.compare(a.hold() != Hold.AWAITED, b.hold() != Hold.AWAITED))
        .toList();
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
