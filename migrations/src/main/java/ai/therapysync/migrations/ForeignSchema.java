package ai.therapysync.migrations;

import java.util.List;

/** What was applied to the database before is not what this version of the program applies. */
public final class ForeignSchema extends RuntimeException {
  ForeignSchema(List<String> versions, Throwable cause) {
    super(
        "The database was migrated by another version of this program: "
            + (versions.size() == 1 ? "migration " : "migrations ")
            + String.join(", ", versions)
            + (versions.size() == 1 ? " differs" : " differ")
            + " from what was applied. Run the version that belongs to this database, or put the"
            + " changed file back; ./run migrate info shows what is applied",
        cause);
  }
}
