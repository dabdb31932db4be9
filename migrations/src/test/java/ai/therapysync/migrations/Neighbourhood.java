package ai.therapysync.migrations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Maya, who has a row in every table, the household in which she lives, and every kind of caller
 * that {@code docs/access.md} names, each with an own row in most tables, too.
 */
final class Neighbourhood {
  static final String INVITATION = "household_members: an invitation";

  private static final List<String> FLAGS =
      List.of("can_view_progress", "can_view_mood_data", "can_receive_alerts");
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "member", List.of(),
          "progress", List.of(FLAGS.get(0)),
          "mood", List.of(FLAGS.get(1)),
          "both", FLAGS.subList(0, 2),
          "alerts", List.of(FLAGS.get(2)));
  private static final List<String> ROLES =
      List.of(
          "admin", "super_admin", "support_admin", "content_admin", "analytics_admin", "moderator");

  private final Database database;
  private final Map<String, UUID> callers = new HashMap<>();
  private final UUID maya;
  private final UUID invitedToo;
  private final UUID home;

  Neighbourhood(Database database) {
    this.database = database;
    People people = new People(database);
    maya = people.joinWithAFullLife("Maya");
    UUID holder = people.joinWithAFullLife("holder");
    invitedToo = people.join("invited too");
    home = people.household(holder);
    people.invite(home, maya, "accepted");
    people.invite(home, invitedToo, "pending");
    database.execute(
        "UPDATE family_alerts SET household_id = ? WHERE member_user_id = ?", home, maya);
    MEMBERS.forEach((name, flags) -> join(people, name, "accepted", flags));
    join(people, "invited", "pending", FLAGS);
    callers.put("own", maya);
    callers.put("other", people.joinWithAFullLife("other"));
    callers.put("holder", holder);
    ROLES.forEach(role -> callers.put(role, people.operator(role)));
    // What a trigger keeps during an incident is not the matrix's matter.
    database.execute(
        "UPDATE crisis_interventions SET status = 'resolved', completed_at = now() - interval '9 d'");
    database.execute("SELECT aggregate_daily_analytics()");
  }

  private void join(People people, String name, String status, List<String> flags) {
    UUID person = people.joinWithAFullLife(name);
    people.invite(home, person, status, flags.toArray(String[]::new));
    callers.put(name, person);
  }

  /** The id of a caller; empty for anon and the owner, who have none. */
  Optional<UUID> caller(String name, String row) {
    return name.equals("own") && row.equals(INVITATION)
        ? Optional.of(invitedToo)
        : Optional.ofNullable(callers.get(name));
  }

  static String table(String row) {
    return row.split(":", -1)[0];
  }

  /** The row that a line of the matrix is about. */
  UUID target(String row) {
    String table = table(row);
    String query =
        switch (row) {
          case "households" -> "SELECT id FROM households WHERE id = '%s'".formatted(home);
          case "household_members" ->
              "SELECT id FROM household_members WHERE user_id = '%s' AND household_id = '%s'"
                  .formatted(maya, home);
          case INVITATION ->
              "SELECT id FROM household_members WHERE user_id = '%s'".formatted(invitedToo);
          case "therapist_personalities", "platform_analytics" ->
              "SELECT id FROM %s LIMIT 1".formatted(table);
          case "profiles" -> "SELECT id FROM profiles WHERE id = '%s'".formatted(maya);
          case "family_alerts" ->
              "SELECT id FROM family_alerts WHERE member_user_id = '%s'".formatted(maya);
          default -> "SELECT id FROM %s WHERE user_id = '%s' LIMIT 1".formatted(table, maya);
        };
    return UUID.fromString(database.value(query));
  }
}
