package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a server of its own, since what is tried is what a server lacks. */
class MigrationsTest {
  private static final String EVERYTHING_IN_PUBLIC =
      """
      SELECT 'relation ' || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
      UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT 'type ' || typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
      """;

  private final Cluster cluster = Cluster.start();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void fromNothingEverythingIsAppliedAndASecondTimeNothing() {
    Database database = cluster.empty();
    Migrations migrations = new Migrations(database.dataSource());

    assertThat(migrations.info())
        .isNotEmpty()
        .allMatch(version -> version.state().equals("Pending"));
    migrations.migrate();
    List<SchemaVersion> applied = migrations.info();
    assertThat(applied)
        .allMatch(version -> version.state().equals("Success"))
        .allMatch(version -> version.installedOn().isPresent());
    assertThat(applied.getFirst().version()).isEqualTo("0010");
    assertThat(applied.getFirst().description()).isEqualTo("auth");

    migrations.migrate();
    assertThat(migrations.info()).isEqualTo(applied);
  }

  @Test
  void theHistoryIsNotInPublic() {
    Database database = cluster.empty().migrated();

    assertThat(
            database.column("SELECT schemaname FROM pg_tables WHERE tablename = 'schema_history'"))
        .containsExactly("gateway");
  }

  @Test
  void nodesThatStartTogetherOnANewServerDoNotDisturbEachOther() throws Exception {
    Database database = cluster.empty();
    try (var nodes = Executors.newFixedThreadPool(3)) {
      Runnable start = () -> new Migrations(database.dataSource()).migrate();
      List<Future<?>> started =
          List.of(nodes.submit(start), nodes.submit(start), nodes.submit(start));
      for (Future<?> node : started) {
        node.get();
      }
    }
    assertThat(new Migrations(database.dataSource()).info())
        .allMatch(version -> version.state().equals("Success"));
  }

  @Test
  void resetDropsAllOfOursAndNothingElse() {
    Database database = cluster.empty();
    database.execute("CREATE TABLE public.someone_elses (id INTEGER)");
    List<String> before = database.column(EVERYTHING_IN_PUBLIC);
    database.migrated();
    List<String> after = database.column(EVERYTHING_IN_PUBLIC);
    database.execute("INSERT INTO auth.users (email) VALUES ('gone@example.org')");

    database.execute(Cluster.resource("reset.sql"));
    assertThat(database.column(EVERYTHING_IN_PUBLIC)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(database.value("SELECT to_regnamespace('gateway')")).isEqualTo("null");
    assertThat(database.value("SELECT to_regnamespace('auth')")).isEqualTo("null");

    new Migrations(database.dataSource()).reset();
    assertThat(database.column(EVERYTHING_IN_PUBLIC)).containsExactlyInAnyOrderElementsOf(after);
    assertThat(database.value("SELECT count(*) FROM auth.users")).isEqualTo("0");
  }

  @Test
  void resetLeavesTablesOfOurNamesThatAreNotOurs() {
    Database database = cluster.empty();
    database.execute("CREATE TABLE public.profiles (id INTEGER)");

    assertThatThrownBy(new Migrations(database.dataSource())::reset)
        .hasMessageContaining("profiles");
    assertThatThrownBy(new Migrations(database.dataSource())::reset)
        .hasMessageContaining("profiles");
    assertThat(database.value("SELECT to_regclass('public.profiles')")).isEqualTo("profiles");
  }

  @Test
  void anOwnerWhoMayCreateRolesNeedsNobody() {
    cluster.outsideTransaction("CREATE ROLE keeper LOGIN CREATEROLE");
    Database database = cluster.emptyOf("keeper").migrated();

    assertThat(database.value("SELECT tableowner FROM pg_tables WHERE tablename = 'profiles'"))
        .isEqualTo("keeper");
    database.execute("SET LOCAL ROLE authenticated");
  }

  @Test
  void anOwnerWhoMayNotCreateRolesIsToldWhatAnAdministratorMustRun() {
    cluster.outsideTransaction("CREATE ROLE \"the keeper\" LOGIN");
    Database database = cluster.emptyOf("the keeper");
    Migrations migrations = new Migrations(database.dataSource());

    MissingPrivileges missing = catchThrowableOfType(MissingPrivileges.class, migrations::migrate);
    assertThat(missing.statements())
        .containsExactly(
            "CREATE ROLE anon NOLOGIN NOINHERIT;",
            "CREATE ROLE authenticated NOLOGIN NOINHERIT;",
            "CREATE ROLE service_role NOLOGIN NOINHERIT;",
            "GRANT authenticated TO \"the keeper\";");
    assertThat(missing).hasMessageContainingAll(missing.statements().toArray(String[]::new));

    missing.statements().forEach(cluster.asSuperuser(database)::execute);
    migrations.migrate();
    database.execute("SET LOCAL ROLE authenticated");
  }

  @Test
  void aGuestWithoutAnyRightIsToldAllThatIsMissingAtOnce() {
    cluster.outsideTransaction("CREATE ROLE guest LOGIN");
    Database hosts = cluster.empty();
    Database database = cluster.database("guest", hosts.value("SELECT current_database()"));
    Migrations migrations = new Migrations(database.dataSource());

    MissingPrivileges missing = catchThrowableOfType(MissingPrivileges.class, migrations::migrate);
    assertThat(missing.statements())
        .contains(
            "GRANT authenticated TO guest;",
            "GRANT CREATE ON DATABASE trial_1 TO guest;",
            "GRANT USAGE, CREATE ON SCHEMA public TO guest;");

    missing.statements().forEach(hosts::execute);
    migrations.migrate();
    assertThat(migrations.info()).allMatch(version -> version.state().equals("Success"));
  }

  @Test
  void aDatabaseOfAnotherVersionIsLeftAloneAndNamed() {
    Database database = cluster.empty().migrated();
    database.execute(
        "UPDATE gateway.schema_history SET checksum = checksum + 1 WHERE version = '0300'");
    Migrations migrations = new Migrations(database.dataSource());

    assertThatThrownBy(migrations::migrate)
        .isInstanceOf(ForeignSchema.class)
        .hasMessageContaining("migration 0300 differs");
  }

  @Test
  void aForeignAuthSchemaIsNamedAsTheFault() {
    Database database = cluster.empty();
    database.execute("CREATE SCHEMA auth");

    assertThatThrownBy(database::migrated)
        .hasMessageContaining("The schema \"auth\" exists, but has no table \"users\"");
  }

  @Test
  void aNewMigrationIsAnEmptyFileNumberedAfterTheLast(@TempDir Path directory) throws Exception {
    Files.createFile(directory.resolve("V0030__people.sql"));
    Files.createFile(directory.resolve("V0301__gateway.sql"));
    Files.createFile(directory.resolve("notes.txt"));

    Path first = Migrations.newMigration(directory, "Add moods & notes!");
    assertThat(first).hasFileName("V0310__add_moods_notes.sql").isEmptyFile();
    assertThat(Migrations.newMigration(directory, "again")).hasFileName("V0320__again.sql");
    assertThatThrownBy(() -> Migrations.newMigration(directory, "…"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
