package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.migrations.Migrations;
import ai.therapysync.migrations.SchemaVersion;
import ai.therapysync.persistence.database.Database;
import java.util.List;

/** Whether the database has the schema that this version works on. */
public record MigrationsCheck(Database database) implements Check {
  private static final String WHAT = "migrations";

  @Override
  public Finding look() {
    List<SchemaVersion> versions = new Migrations(database.dataSource()).info();
    List<SchemaVersion> missing =
        versions.stream().filter(version -> version.installedOn().isEmpty()).toList();
    if (!missing.isEmpty()) {
      return Finding.wrong(WHAT, missing.size() + " to apply: run ./run migrate");
    }
    return Finding.fine(
        WHAT, versions.isEmpty() ? "none" : "current, version " + versions.getLast().version());
  }
}
