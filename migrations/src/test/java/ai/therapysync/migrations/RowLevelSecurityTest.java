package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sees and changes what, asked of PostgreSQL as the person asks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTest {
  /** Tables whose rows are no person's. */
  private static final Set<String> OF_NOBODY =
      Set.of("platform_analytics", "therapist_personalities");

  private static final String REFUSED = "42501";

  private final Cluster cluster = Cluster.start();
  private final Database database = cluster.empty().migrated();
  private final People people = new People(database);
  private final UUID maya = people.joinWithAFullLife("Maya");
  private final UUID tom = people.joinWithAFullLife("Tom");

  RowLevelSecurityTest() {
    database.execute("SELECT aggregate_daily_analytics()");
    database.execute(
        """
        INSERT INTO therapist_personalities (name, title, description, approach, communication_style)
        VALUES ('Ada', 'Dr', 'calm', 'CBT', 'warm')
        """);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  Stream<String> tables() {
    return database.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").stream();
  }

  Stream<String> tablesOfPeople() {
    return tables().filter(table -> !OF_NOBODY.contains(table));
  }

  private static String owner(String table) {
    return switch (table) {
      case "profiles" -> "id";
      case "households" -> "primary_account_holder_id";
      case "family_alerts" -> "member_user_id";
      default -> "user_id";
    };
  }

  private List<String> ownersSeenBy(UUID person, String table) {
    String question = "SELECT DISTINCT %s FROM %s".formatted(owner(table), table);
    return database.as(person, session -> Database.column(session, question));
  }

  private int changedBy(UUID person, String statement, Object... values) {
    return database.as(person, session -> Database.execute(session, statement, values));
  }

  private void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Database.Refused.class, refusal -> assertThat(refusal.state()).isEqualTo(REFUSED));
  }

  @ParameterizedTest
  @MethodSource("tablesOfPeople")
  void aPersonSeesTheirOwnRowsAndNobodyElses(String table) {
    assertThat(ownersSeenBy(maya, table)).containsExactly(maya.toString());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void anonMaySeeNothing(String table) {
    refused(() ->
        database.transaction(session -> {
          Database.execute(session, "SET LOCAL ROLE anon");
          return Database.column(session, "SELECT count(*) FROM " + table);
        }));
  }

  @ParameterizedTest
  @MethodSource("tablesOfPeople")
  void withoutClaimsNothingIsSeen(String table) {
    List<String> seen =
        database.transaction(session -> {
          Database.execute(session, "SET LOCAL ROLE authenticated");
          return Database.column(session, "SELECT 1 FROM " + table);
        });
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tablesOfPeople")
  void nobodyChangesOrRemovesAnothersRow(String table) {
    String others = " WHERE %s = ?".formatted(owner(table));
    for (String column : columnsOf(table, "UPDATE")) {
      String statement = "UPDATE %s SET %s = %s%s".formatted(table, column, column, others);
      assertThat(changedBy(maya, statement, tom)).isZero();
    }
    String deletable = "SELECT has_table_privilege('authenticated', ?, 'DELETE')";
    if (database.value(deletable, table).equals("t")) {
      assertThat(changedBy(maya, "DELETE FROM " + table + others, tom)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("tablesOfPeople")
  void nobodyHandsARowToAnotherPerson(String table) {
    assertThat(columnsOf(table, "UPDATE")).doesNotContain(owner(table), "id");
    if (!columnsOf(table, "INSERT").isEmpty()) {
      refused(() -> changedBy(maya, copyWithAnotherOwner(table), tom, maya));
    }
  }

  /** A statement that would write a copy of one's own row in another's name. */
  private String copyWithAnotherOwner(String table) {
    List<String> columns =
        columnsOf(table, "INSERT").stream().filter(column -> !column.equals("id")).toList();
    List<String> values =
        columns.stream().map(column -> column.equals(owner(table)) ? "?::uuid" : column).toList();
    return "INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s = ?"
        .formatted(
            table, String.join(", ", columns), String.join(", ", values), table, owner(table));
  }

  private List<String> columnsOf(String table, String privilege) {
    return database.column(
        """
        SELECT quote_ident(attname) FROM pg_attribute
        WHERE attrelid = ?::regclass AND attnum > 0
          AND has_column_privilege('authenticated', attrelid, attnum, ?)
        """,
        table,
        privilege);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          admin           | everything
          super_admin     | everything
          support_admin   | everything but user_roles user_behavior_analytics performance_metrics
          moderator       | whatsapp_messages conversation_memory therapy_sessions crisis_assessments crisis_interventions
          content_admin   | crisis_interventions
          analytics_admin | user_behavior_analytics performance_metrics crisis_interventions
          user            | nothing
          """)
  void operatorsSeeOthersRowsByRole(String role, String expected) {
    UUID operator = people.operator(role);
    List<String> words = Arrays.asList(expected.split(" ", -1));
    boolean everything = words.getFirst().equals("everything");

    tablesOfPeople()
        .forEach(table ->
            assertThat(ownersSeenBy(operator, table).contains(maya.toString()))
                .as(role + " sees " + table)
                .isEqualTo(everything ? !words.contains(table) : words.contains(table)));
  }

  @ParameterizedTest
  @CsvSource({"analytics_admin, 1", "admin, 1", "support_admin, 0", "moderator, 0", "user, 0"})
  void platformFiguresAreForAnalysts(String role, int rows) {
    List<String> seen =
        database.as(
            people.operator(role),
            session -> Database.column(session, "SELECT id FROM platform_analytics"));
    assertThat(seen).hasSize(rows);
  }

  @Test
  void aRoleThatIsSwitchedOffIsNone() {
    UUID operator = people.operator("admin");
    database.execute("UPDATE user_roles SET is_active = false WHERE user_id = ?", operator);

    assertThat(ownersSeenBy(operator, "whatsapp_messages")).isEmpty();
    assertThat(ownersSeenBy(operator, "crisis_interventions")).isEmpty();
  }

  @Test
  void supportHelpsPeopleAndAModeratorOnlyReads() {
    String rename = "UPDATE emergency_contacts SET name = 'Samantha' WHERE user_id = ?";
    assertThat(changedBy(people.operator("support_admin"), rename, tom)).isEqualTo(1);
    assertThat(changedBy(people.operator("moderator"), rename, tom)).isZero();
    String forget = "DELETE FROM conversation_memory WHERE user_id = ?";
    assertThat(changedBy(people.operator("moderator"), forget, tom)).isZero();
  }

  @Test
  void personalitiesAreSeenByAllAndWrittenByContentAdministrators() {
    String question = "SELECT name FROM therapist_personalities";
    String change = "UPDATE therapist_personalities SET title = 'Prof' WHERE name = 'Ada'";

    List<String> seen = database.as(maya, session -> Database.column(session, question));
    assertThat(seen).contains("Ada", "Clara");
    assertThat(changedBy(maya, change)).isZero();
    assertThat(changedBy(people.operator("content_admin"), change)).isEqualTo(1);
  }

  @Test
  void nobodyMakesThemselvesAnOperator() {
    refused(
        () -> changedBy(maya, "INSERT INTO user_roles (user_id, role) VALUES (?, 'admin')", maya));
    refused(() -> changedBy(maya, "UPDATE user_roles SET role = 'admin'"));
    UUID admin = people.operator("admin");
    refused(() -> changedBy(admin, "UPDATE user_roles SET role = 'super_admin'"));
    refused(() -> changedBy(maya, "DELETE FROM user_roles"));
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp_integrations, is_verified = true",
    "whatsapp_integrations, verification_code = '1'",
    "whatsapp_integrations, created_at = now()",
    "whatsapp_integrations, access_token = 'x'",
    "household_members, can_view_mood_data = true",
    "household_members, can_view_progress = true",
    "household_members, can_receive_alerts = true",
    "household_members, permission_level = 'admin'",
    "family_alerts, is_acknowledged = true",
    "crisis_interventions, status = 'resolved'",
    "profiles, subscription_plan = 'Enterprise'",
    "profiles, email = 'b@example.org'",
    "emergency_contacts, created_at = now()",
    "whatsapp_messages, content = 'I never said so'",
  })
  void whatIsNotAPersonsToSetIsRefused(String table, String assignment) {
    refused(() -> changedBy(maya, "UPDATE %s SET %s".formatted(table, assignment)));
  }

  @Test
  void aNumberCanNotBeBornVerifiedNorBringItsOwnCode() {
    refused(() ->
        changedBy(
            maya,
            "INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified) VALUES (?, '+15550100009', true)",
            maya));
    refused(() ->
        changedBy(
            maya,
            "INSERT INTO whatsapp_integrations (user_id, phone_number, verification_code) VALUES (?, '+15550100009', 'hi')",
            maya));
  }

  @Test
  void aPersonKeepsTheirOwnRows() {
    UUID ana = people.join("Ana");
    for (String statement :
        List.of(
            "INSERT INTO whatsapp_config (user_id, response_delay_seconds) VALUES (?, 5)",
            "UPDATE whatsapp_config SET crisis_escalation_enabled = false WHERE user_id = ?",
            "INSERT INTO user_cultural_profiles (user_id) VALUES (?)",
            "UPDATE user_cultural_profiles SET primary_language = 'es' WHERE user_id = ?",
            "INSERT INTO emergency_contacts (user_id, name, phone_number) VALUES (?, 'Sam', '+15550100002')",
            "UPDATE emergency_contacts SET must_not_be_told = true WHERE user_id = ?",
            "DELETE FROM emergency_contacts WHERE user_id = ?",
            "INSERT INTO goals (user_id, title, category) VALUES (?, 'walk', 'health')",
            "UPDATE goals SET current_progress = 1 WHERE user_id = ?",
            "DELETE FROM goals WHERE user_id = ?",
            "INSERT INTO conversation_memory (user_id, memory_type, title, content) VALUES (?, 'fact', 'cat', 'cat')",
            "DELETE FROM conversation_memory WHERE user_id = ?",
            "INSERT INTO therapy_sessions (user_id, mood_before) VALUES (?, 3)",
            "UPDATE therapy_sessions SET mood_after = 5, end_time = now() WHERE user_id = ?",
            "INSERT INTO whatsapp_integrations (user_id, phone_number) VALUES (?, '+1 555 010 0003')",
            "UPDATE whatsapp_integrations SET is_active = false WHERE user_id = ?",
            "DELETE FROM whatsapp_integrations WHERE user_id = ?",
            "UPDATE profiles SET preferred_language = 'es' WHERE id = ?")) {
      assertThat(changedBy(ana, statement, ana)).as(statement).isEqualTo(1);
    }
  }

  @Test
  void thePersonsClaimsEndWithTheirTransaction() {
    database.as(maya, session -> Database.column(session, "SELECT auth.uid()"));

    assertThat(database.value("SELECT auth.uid()")).isEqualTo("null");
    List<String> claims =
        database.as(
            maya,
            session ->
                Database.column(
                    session,
                    "SELECT auth.uid() || ' ' || auth.role() || ' ' || (auth.jwt() ->> 'sub')"));
    assertThat(claims).containsExactly(maya + " authenticated " + maya);
  }
}
