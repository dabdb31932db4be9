package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the migrations create beside what the platform's documentation would, both in a real
 * database: every documented thing is there, exactly, and what is added never refuses an insert.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedSchemaTest {
  private static final String TABLES =
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1";

  private static final String COLUMNS =
      """
      SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN 'not null' END, 'default ' || pg_get_expr(d.adbin, d.adrelid))
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE a.attnum > 0
      """;

  private static final String CONSTRAINTS =
      """
      SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      """;

  private static final String INDEXES =
      "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'";

  private static final String FUNCTIONS =
      """
      SELECT concat_ws(' ', p.oid::regprocedure, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
        l.lanname, p.provolatile, p.prosecdef)
      FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'public'::regnamespace
      """;

  private static final String POLICIES =
      """
      SELECT concat_ws(' ', tablename, '"' || policyname || '"', permissive, roles, cmd, qual, with_check)
      FROM pg_policies WHERE schemaname = 'public'
      """;

  private static final String ENUM =
      "SELECT enumlabel FROM pg_enum WHERE enumtypid = 'public.app_role'::regtype ORDER BY enumsortorder";

  private final Cluster cluster = Cluster.start();
  private final Database ours = cluster.empty().migrated();
  private final Database documented = documented();

  private Database documented() {
    Database database = cluster.empty();
    database.execute("CREATE SCHEMA auth");
    database.execute("CREATE TABLE auth.users (id UUID PRIMARY KEY)");
    database.execute(
        "CREATE FUNCTION auth.uid() RETURNS UUID LANGUAGE SQL STABLE AS 'SELECT NULL::uuid'");
    database.execute(Cluster.resource("documented.sql"));
    return database;
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {TABLES, COLUMNS, CONSTRAINTS, INDEXES, FUNCTIONS, POLICIES})
  void everythingDocumentedIsThere(String question) {
    List<String> expected = documented.column(question);

    assertThat(expected).isNotEmpty();
    assertThat(ours.column(question)).containsAll(expected);
  }

  @Test
  void theRolesAreTheDocumentedOnesAndTheTwoThatIsAdminNames() {
    assertThat(ours.column(ENUM))
        .containsExactly(
            "user",
            "admin",
            "moderator",
            "support_admin",
            "content_admin",
            "super_admin",
            "analytics_admin");
  }

  @Test
  void whatIsAddedToDocumentedTablesMayBeLeftOut() {
    String columnsThatMustBeGiven =
        """
        SELECT table_name || '.' || column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL
          AND table_name NOT IN ('assessments', 'crisis_assessments', 'mood_entries')
        """;

    assertThat(ours.column(columnsThatMustBeGiven))
        .containsExactlyInAnyOrderElementsOf(documented.column(columnsThatMustBeGiven));
  }

  @Test
  void onlyTheNamedUniqueIndexesAreAddedToWhatATableRefuses() {
    List<String> refusing =
        ours.column(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'");
    refusing.removeAll(documented.column(INDEXES));
    assertThat(refusing)
        .filteredOn(index -> !index.contains("_pkey"))
        .allMatch(index -> index.contains("_unique"))
        .hasSize(4);

    List<String> constraints = ours.column(CONSTRAINTS);
    constraints.removeAll(documented.column(CONSTRAINTS));
    assertThat(constraints)
        .allMatch(
            constraint -> constraint.matches("(crisis_assessments|mood_entries|assessments) .*"));
  }

  @Test
  void everyTableInPublicHasRowLevelSecurityThatTheOwnerDoesNotFeel() {
    assertThat(
            ours.column(
                """
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                  AND (NOT relrowsecurity OR relforcerowsecurity)
                """))
        .isEmpty();
  }

  @Test
  void everyFunctionWithTheOwnersRightsHasAnEmptySearchPath() {
    assertThat(
            ours.column(
                """
                SELECT oid::regprocedure::text FROM pg_proc
                WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'gateway'::regnamespace)
                  AND NOT coalesce('search_path=""' = ANY (proconfig), false)
                """))
        .isEmpty();
  }

  @Test
  void everyTableWithUpdatedAtKeepsIt() {
    assertThat(
            ours.column(
                """
                SELECT table_name FROM information_schema.columns
                WHERE table_schema = 'public' AND column_name = 'updated_at'
                """))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            ours.column(
                "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'touch_updated_at'"));
  }
}
