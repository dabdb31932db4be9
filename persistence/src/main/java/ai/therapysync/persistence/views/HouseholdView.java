package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.HouseholdCommands.Flags;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The households that a person holds or belongs to, with everybody in them and their alerts. */
public final class HouseholdView {
  private static final int MOST = 20;
  private static final int MOST_MEMBERS = 300;
  private static final int ALERTS = 20;

  private static final String HOUSES =
      """
      SELECT json_build_object('id', h.id, 'name', h.name, 'places', h.max_members,
          'active', coalesce(h.is_active, true), 'holder', h.primary_account_holder_id,
          'holder_name', coalesce(nullif(p.name, ''), p.email))::text
      FROM public.households h LEFT JOIN public.profiles p ON p.id = h.primary_account_holder_id
      WHERE h.id IN (
        SELECT o.id FROM public.households o WHERE o.primary_account_holder_id = :person
        UNION SELECT m.household_id FROM public.household_members m WHERE m.user_id = :person)
      ORDER BY h.created_at DESC NULLS LAST, h.id LIMIT :most
      """;

  private static final String MEMBERS =
      """
      SELECT json_build_object('id', m.id, 'household', m.household_id, 'person', m.user_id,
          'name', coalesce(nullif(p.name, ''), p.email), 'progress', m.can_view_progress,
          'moods', m.can_view_mood_data, 'alerts', m.can_receive_alerts,
          'status', m.invitation_status, 'since', coalesce(m.joined_at, m.created_at))::text
      FROM public.household_members m LEFT JOIN public.profiles p ON p.id = m.user_id
      WHERE m.household_id = ANY(:houses) ORDER BY m.created_at, m.id LIMIT :most
      """;

  private static final String ALERTED =
      """
      SELECT json_build_object('household', a.household_id, 'title', a.title,
          'critical', a.severity = 'critical', 'about', a.member_user_id,
          'name', coalesce(nullif(p.name, ''), p.email), 'at', a.created_at,
          'seen', a.acknowledged_at)::text
      FROM unnest(:houses) AS h(id) CROSS JOIN LATERAL (
        SELECT * FROM public.family_alerts f WHERE f.household_id = h.id
        ORDER BY f.created_at DESC LIMIT :most) a
      LEFT JOIN public.profiles p ON p.id = a.member_user_id
      ORDER BY a.created_at DESC
      """;

  private HouseholdView() {}

  /**
   * A household. Private: never printed.
   *
   * @param places how many people it may have, its holder among them
   */
  public record House(
      UUID id,
      String name,
      int places,
      boolean active,
      UUID holder,
      String holderName,
      List<Member> members,
      List<Alert> alerts) {
    public House {
      members = List.copyOf(members);
      alerts = List.copyOf(alerts);
    }

    /** How many places are taken: an invitation keeps one. */
    public long taken() {
      return 1
          + members.stream()
              .filter(member -> !member.status().equals("declined"))
              .filter(member -> !member.person().equals(holder))
              .count();
    }

    @Override
    public String toString() {
      return "House[" + id + "]";
    }
  }

  /**
   * Somebody in it, or invited. Private: never printed.
   *
   * @param status {@code pending}, {@code accepted} or {@code declined}
   */
  public record Member(
      UUID id, UUID person, String name, Flags flags, String status, Optional<Instant> since) {
    @Override
    public String toString() {
      return "Member[" + id + "]";
    }
  }

  /** What the household was told, of whom. Private: never printed. */
  public record Alert(
      String title, boolean critical, String name, Optional<Instant> at, Optional<Instant> seen) {
    @Override
    public String toString() {
      return "Alert[private]";
    }
  }

  /** As the caller sees them, the latest first. */
  public static List<House> of(Acting acting, UUID person) {
    List<JsonNode> houses =
        acting
            .handle()
            .createQuery(HOUSES)
            .bind("person", person)
            .bind("most", MOST)
            .map((row, _) -> Rows.json(row.getString(1)))
            .list();
    List<UUID> ids = houses.stream().map(house -> id(house, "id")).toList();
    List<JsonNode> members = ids.isEmpty() ? List.of() : rows(acting, MEMBERS, ids, MOST_MEMBERS);
    List<JsonNode> alerts = ids.isEmpty() ? List.of() : rows(acting, ALERTED, ids, ALERTS);
    return houses.stream().map(house -> house(house, members, alerts)).toList();
  }

  private static List<JsonNode> rows(Acting acting, String query, List<UUID> houses, int most) {
    return acting
        .handle()
        .createQuery(query)
        .bindArray("houses", UUID.class, houses)
        .bind("most", most)
        .map((row, _) -> Rows.json(row.getString(1)))
        .list();
  }

  private static House house(JsonNode row, List<JsonNode> members, List<JsonNode> alerts) {
    UUID id = id(row, "id");
    return new House(
        id,
        row.path("name").asText(),
        row.path("places").asInt(),
        row.path("active").asBoolean(),
        id(row, "holder"),
        Rows.text(row, "holder_name").orElse(""),
        of(id, members).map(HouseholdView::member).toList(),
        of(id, alerts).map(HouseholdView::alert).toList());
  }

  private static Stream<JsonNode> of(UUID house, List<JsonNode> rows) {
    return rows.stream().filter(row -> row.path("household").asText().equals(house.toString()));
  }

  private static Member member(JsonNode row) {
    return new Member(
        id(row, "id"),
        id(row, "person"),
        Rows.text(row, "name").orElse(""),
        new Flags(
            row.path("progress").asBoolean(),
            row.path("moods").asBoolean(),
            row.path("alerts").asBoolean()),
        row.path("status").asText(),
        Rows.instant(row, "since"));
  }

  private static Alert alert(JsonNode row) {
    return new Alert(
        row.path("title").asText(),
        row.path("critical").asBoolean(),
        Rows.text(row, "name").orElse(""),
        Rows.instant(row, "at"),
        Rows.instant(row, "seen"));
  }

  private static UUID id(JsonNode row, String field) {
    return Rows.uuid(row, field).orElseThrow();
  }
}
