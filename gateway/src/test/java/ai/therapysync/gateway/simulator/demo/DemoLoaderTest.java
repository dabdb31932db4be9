package ai.therapysync.gateway.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.views.Seeds;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<String> TABLES =
      List.of(
          "auth.users",
          "profiles",
          "user_roles",
          "therapist_personalities",
          "whatsapp_integrations",
          "whatsapp_config",
          "user_cultural_profiles",
          "emergency_contacts",
          "households",
          "household_members",
          "conversation_memory",
          "goals");

  private TestDatabase postgres;
  private DemoLoader loader;

  @BeforeEach
  void emptyDatabase() {
    postgres = TestDatabase.fresh();
    loader = new DemoLoader(new Seeds(postgres.database()));
  }

  @AfterEach
  void drop() {
    postgres.close();
  }

  @Test
  void everybodyInTheDemoIsThere() throws SQLException {
    loader.load(NOW);

    int people = DemoPeople.all().size();
    int relatives = DemoPeople.relatives().size();
    assertThat(counts())
        .containsEntry("auth.users", people + relatives + 1)
        .containsEntry("profiles", people + relatives + 1)
        .containsEntry("user_roles", 1)
        .containsEntry("whatsapp_integrations", people + relatives)
        .containsEntry("whatsapp_config", people)
        .containsEntry("user_cultural_profiles", people)
        .containsEntry("households", 1)
        .containsEntry("household_members", 2)
        .containsEntry(
            "emergency_contacts",
            DemoPeople.all().stream().mapToInt(person -> person.contacts().size()).sum());
    assertThat(
            texts(
                "SELECT ai_personality_id FROM whatsapp_config WHERE ai_personality_id <> 'default'"
                    + " AND ai_personality_id NOT IN (SELECT id::text FROM therapist_personalities)"))
        .isEmpty();
    assertThat(texts("SELECT title || description FROM therapist_personalities"))
        .hasSize(12)
        .noneMatch(words -> words.toLowerCase(Locale.ROOT).contains("therapist"));
    assertThat(texts("SELECT phone_number FROM whatsapp_integrations WHERE is_verified"))
        .containsAll(DemoPeople.numbersInTherapy());
    assertThat(
            texts("SELECT role || ' ' || email FROM user_roles JOIN profiles p ON p.id = user_id"))
        .containsExactly("support_admin " + DemoPeople.OPERATOR_EMAIL);
  }

  @Test
  void contactsComeInTheOrderOfTheList() throws SQLException {
    loader.load(NOW);

    assertThat(
            texts(
                "SELECT c.name FROM emergency_contacts c JOIN profiles p ON p.id = c.user_id"
                    + " WHERE p.name = 'Maya Rivera' ORDER BY is_primary DESC, c.created_at"))
        .containsExactly("Tom Rivera", "Grace Lee");
  }

  @Test
  void aNightPersonsHoursAreOn() throws SQLException {
    loader.load(NOW);

    assertThat(
            texts(
                "SELECT business_hours_start || '-' || business_hours_end || ' '"
                    + " || business_timezone FROM whatsapp_config WHERE business_hours_enabled"))
        .containsExactly("20:00:00-06:00:00 Europe/London");
  }

  @Test
  void aSecondStartChangesNothing() throws SQLException {
    loader.load(NOW);
    Map<String, Integer> before = counts();
    loader.load(NOW.plusSeconds(86_400));

    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void whatSomebodyChangedOrRemovedStaysSo() throws SQLException {
    loader.load(NOW);
    run("UPDATE whatsapp_config SET response_delay_seconds = 9");
    run("UPDATE therapist_personalities SET is_active = false");
    run("DELETE FROM emergency_contacts WHERE name = 'Grace Lee'");
    run("DELETE FROM user_roles");
    run("DELETE FROM household_members");
    Map<String, Integer> before = counts();
    loader.load(NOW);

    assertThat(counts()).isEqualTo(before);
    assertThat(texts("SELECT DISTINCT response_delay_seconds::text FROM whatsapp_config"))
        .containsExactly("9");
    assertThat(texts("SELECT name FROM therapist_personalities WHERE is_active")).isEmpty();
  }

  @Test
  void anAddressThatSomebodyElseHasIsLeftToThem() throws SQLException {
    run(
        "INSERT INTO auth.users (id, email) VALUES"
            + " (gen_random_uuid(), '"
            + DemoPeople.OPERATOR_EMAIL
            + "'), (gen_random_uuid(), 'elena.rivera@demo.example')");
    loader.load(NOW);

    assertThat(counts())
        .containsEntry("user_roles", 0)
        .containsEntry("households", 0)
        .containsEntry("whatsapp_config", DemoPeople.all().size());
  }

  private Map<String, Integer> counts() throws SQLException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String table : TABLES) {
      counts.put(table, Integer.parseInt(texts("SELECT count(*)::text FROM " + table).getFirst()));
    }
    return counts;
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = postgres.database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = postgres.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
