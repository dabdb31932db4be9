package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that people read about access, held against the database, cell by cell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  private final Cluster cluster = Cluster.start();
  private final Database database = cluster.empty().migrated();
  private final Neighbourhood neighbourhood = new Neighbourhood(database);
  private final AccessAttempt attempt = new AccessAttempt(database);
  private final AccessPage page = AccessPage.read();
  private final Map<String, Map<String, String>> matrix = page.matrix();

  @AfterAll
  void stop() {
    attempt.close();
    cluster.close();
  }

  Stream<String> rows() {
    return matrix.keySet().stream();
  }

  Stream<String> tables() {
    return database.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").stream();
  }

  private Map<String, String> cells(String row) {
    return Objects.requireNonNull(matrix.get(row));
  }

  @Test
  void everyTableHasItsLine() {
    assertThat(rows().map(Neighbourhood::table).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(tables().toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachCellIsTrue(String row) {
    UUID target = neighbourhood.target(row);
    Map<String, String> found = new TreeMap<>();
    cells(row)
        .keySet()
        .forEach(caller ->
            found.put(
                caller,
                attempt.verbs(
                    caller, neighbourhood.caller(caller, row), Neighbourhood.table(row), target)));
    assertThat(found).containsExactlyInAnyOrderEntriesOf(cells(row));
  }

  /** PostgreSQL asks the policies of SELECT only when a statement reads a column. */
  @ParameterizedTest
  @MethodSource("rows")
  void whoMayNotIsNotLetInByAStatementThatReadsNothing(String row) {
    UUID target = neighbourhood.target(row);
    cells(row)
        .forEach((caller, verbs) -> {
          if (!caller.equals("owner")) {
            assertThat(
                    attempt.blindVerbs(
                        caller,
                        neighbourhood.caller(caller, row),
                        Neighbourhood.table(row),
                        target))
                .as(caller)
                .isSubsetOf(Stream.of(verbs.split("", -1)).toList());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theColumnsAreThoseOfThePage(String table) {
    List<Set<String>> named =
        page.columns().getOrDefault(table, List.of(Set.of(), Set.of(), Set.of()));
    Set<String> all = attempt.columns(table);
    Set<String> hidden = new TreeSet<>(all);
    hidden.removeAll(attempt.columns("authenticated", table, "SELECT"));

    assertThat(hidden).isEqualTo(named.get(0));
    assertThat(attempt.columns("authenticated", table, "INSERT"))
        .isEqualTo(named.get(1).equals(Set.of("all")) ? all : named.get(1));
    assertThat(attempt.columns("authenticated", table, "UPDATE"))
        .isEqualTo(named.get(2).equals(Set.of("all")) ? all : named.get(2));
    for (String verb : List.of("SELECT", "INSERT", "UPDATE", "REFERENCES")) {
      assertThat(attempt.columns("anon", table, verb)).as(verb).isEmpty();
    }
    assertThat(attempt.columns("authenticated", table, "REFERENCES")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp_integrations, access_token",
    "whatsapp_integrations, verification_code",
    "household_members, invitation_token",
  })
  void tokensAndCodesAreReadByNobodyNotEvenSidewise(String table, String column) {
    for (String caller : List.of("own", "admin", "super_admin", "support_admin", "holder")) {
      UUID id = neighbourhood.caller(caller, table).orElseThrow();
      for (String statement :
          List.of(
              "SELECT %2$s FROM %1$s",
              "SELECT count(*) FROM %1$s WHERE %2$s LIKE '1%%'",
              "SELECT to_jsonb(t)::text FROM %1$s t",
              "DELETE FROM %1$s WHERE %2$s IS NOT NULL",
              "COPY %1$s TO STDOUT")) {
        assertThatThrownBy(() ->
                database.as(
                    id, session -> Database.execute(session, statement.formatted(table, column))))
            .as(caller + ": " + statement)
            .isInstanceOfSatisfying(
                Database.Refused.class, refusal -> assertThat(refusal.state()).isEqualTo("42501"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"anon, gateway", "authenticated, gateway"})
  void theGatewaysOwnSchemaIsClosed(String role, String schema) {
    assertThat(database.value("SELECT has_schema_privilege(?, ?, 'USAGE, CREATE')", role, schema))
        .isEqualTo("f");
    assertThat(
            database.column(
                "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname IN (?, 'auth') AND c.relkind IN ('r', 'v', 'm', 'p', 'S')"
                    + " AND (CASE WHEN c.relkind = 'S'"
                    + "   THEN has_sequence_privilege(?, c.oid, 'USAGE, SELECT, UPDATE')"
                    + "   ELSE has_any_column_privilege(?, c.oid, 'SELECT, INSERT, UPDATE')"
                    + "     OR has_table_privilege(?, c.oid, 'DELETE, TRUNCATE, TRIGGER') END)",
                schema,
                role,
                role,
                role))
        .isEmpty();
  }

  @Test
  void callersExecuteTheFunctionsOfThePageAndAnonNone() {
    String executable =
        "SELECT DISTINCT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            + " WHERE n.nspname IN ('public', 'gateway') AND has_function_privilege(?, p.oid, 'EXECUTE')";
    assertThat(new TreeSet<>(database.column(executable, "authenticated")))
        .isEqualTo(page.functions());
    assertThat(database.column(executable, "anon")).isEmpty();
  }

  @Test
  void aMemoryCantPointToAnothersTalk() {
    UUID maya = neighbourhood.caller("own", "").orElseThrow();
    UUID other = neighbourhood.caller("other", "").orElseThrow();
    String theirs = "SELECT id FROM therapy_sessions WHERE user_id = ?";
    UUID talk = UUID.fromString(database.value(theirs, maya));
    String add =
        "INSERT INTO conversation_memory (user_id, session_id, memory_type, title, content)"
            + " VALUES (?, ?, 'fact', 'x', 'x')";
    String move = "UPDATE conversation_memory SET session_id = ? WHERE user_id = ?";

    assertThatThrownBy(
            () -> database.as(other, session -> Database.execute(session, add, other, talk)))
        .isInstanceOf(Database.Refused.class);
    assertThatThrownBy(
            () -> database.as(other, session -> Database.execute(session, move, talk, other)))
        .isInstanceOf(Database.Refused.class);
    int own = database.as(maya, session -> Database.execute(session, move, talk, maya));
    assertThat(own).isPositive();
  }
}
