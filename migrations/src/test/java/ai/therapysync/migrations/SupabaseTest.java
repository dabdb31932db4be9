package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a database that Supabase has prepared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupabaseTest {
  private static final String ALL_OF_AUTH_AND_ROLES =
      """
      SELECT format('%s %s %s', nspname, nspowner::regrole, nspacl) FROM pg_namespace WHERE nspname IN ('auth', 'public')
      UNION ALL
      SELECT format('%s %s %s', oid::regclass, relowner::regrole, relacl) FROM pg_class WHERE relnamespace = 'auth'::regnamespace
      UNION ALL
      SELECT format('%s %s %s', attname, atttypid::regtype, attacl) FROM pg_attribute WHERE attrelid = 'auth.users'::regclass
      UNION ALL
      SELECT format('%s %s %s', oid::regprocedure, prosrc, proacl) FROM pg_proc WHERE pronamespace = 'auth'::regnamespace
      UNION ALL
      SELECT to_jsonb(r)::text FROM pg_roles r
      UNION ALL
      SELECT format('%s of %s', roleid::regrole, member::regrole) FROM pg_auth_members
      ORDER BY 1
      """;

  private final Cluster cluster = Cluster.likeSupabase();
  private final Database database = cluster.supabase();
  private List<String> before = List.of();

  @BeforeAll
  void migrate() {
    before = database.column(ALL_OF_AUTH_AND_ROLES);
    database.migrated();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void nothingOfSupabasesIsAltered() {
    assertThat(before).isNotEmpty();
    assertThat(database.column(ALL_OF_AUTH_AND_ROLES)).isEqualTo(before);
  }

  @Test
  void whatDefaultPrivilegesOpenedIsClosedToAnon() {
    assertThat(
            database.column(
                """
                SELECT oid::regclass::text FROM pg_class
                WHERE relnamespace IN ('public'::regnamespace, 'gateway'::regnamespace) AND relkind = 'r'
                  AND has_table_privilege('anon', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                UNION ALL
                SELECT oid::regprocedure::text FROM pg_proc
                WHERE pronamespace IN ('public'::regnamespace, 'gateway'::regnamespace)
                  AND has_function_privilege('anon', oid, 'EXECUTE')
                """))
        .isEmpty();
  }

  @Test
  void aPersonWithALoginMayNeitherTruncateNorSeeTheSchemaGateway() {
    assertThat(
            database.column(
                """
                SELECT oid::regclass::text FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                  AND has_table_privilege('authenticated', oid, 'TRUNCATE, REFERENCES, TRIGGER')
                """))
        .isEmpty();
    assertThat(database.value("SELECT has_schema_privilege('authenticated', 'gateway', 'USAGE')"))
        .isEqualTo("f");
  }

  @Test
  void aPersonsLifeWorksUnderTheirOwnRights() {
    UUID maya = UUID.randomUUID();
    database.execute("INSERT INTO auth.users (id, email) VALUES (?, 'maya@example.org')", maya);
    database.execute("INSERT INTO profiles (id, email, name) VALUES (?, 'm', 'Maya')", maya);

    int added =
        database.as(
            maya,
            session ->
                Database.execute(
                    session,
                    "INSERT INTO whatsapp_integrations (user_id, phone_number) VALUES (?, '+15550100001')",
                    maya));
    assertThat(added).isEqualTo(1);
    List<String> seen =
        database.as(maya, session -> Database.column(session, "SELECT name FROM profiles"));
    assertThat(seen).containsExactly("Maya");
  }

  @Test
  void resetLeavesSupabasesPeopleAlone() {
    UUID someone = UUID.randomUUID();
    database.execute("INSERT INTO auth.users (id) VALUES (?)", someone);

    new Migrations(database.dataSource()).reset();

    assertThat(database.value("SELECT count(*) FROM auth.users WHERE id = ?", someone))
        .isEqualTo("1");
    assertThat(database.column(ALL_OF_AUTH_AND_ROLES)).isEqualTo(before);
  }
}
