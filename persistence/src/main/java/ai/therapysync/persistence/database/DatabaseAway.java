package ai.therapysync.persistence.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** No connection to PostgreSQL could be made. */
public final class DatabaseAway extends RuntimeException {
  /** A lock or a statement took longer than we wait; two got in each other's way. */
  private static final Set<String> TOO_SLOW = Set.of("55P03", "57014", "40P01", "40001");

  public DatabaseAway(Throwable cause) {
    super("The database can't be reached: " + reason(cause), cause);
  }

  /** Whether waiting won't help: user, password or database are wrong. */
  public boolean isMisconfigured() {
    return state(this).filter(Set.of("28P01", "28000", "3D000")::contains).isPresent();
  }

  /**
   * Whether a failure comes from a database that is away, restarting, out of connections or too
   * slow, so that the same request may succeed later.
   */
  public static boolean isCauseOf(Throwable failure) {
    return causes(failure).anyMatch(DatabaseAway::isAway);
  }

  private static boolean isAway(Throwable failure) {
    return switch (failure) {
      case DatabaseAway _ -> true;
      case SQLTransientConnectionException _ -> true;
      case SQLNonTransientConnectionException _ -> true;
      case SQLRecoverableException _ -> true;
      case SQLException sql -> tellsOfAbsence(sql.getSQLState());
      default -> false;
    };
  }

  /** Class 08: connection; 53: out of resources; 57P: shutting down; 25006: a standby. */
  private static boolean tellsOfAbsence(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P")
            || TOO_SLOW.contains(state)
            || state.equals("25006"));
  }

  /** PostgreSQL's code tells the reason without its message, which may quote values. */
  private static String reason(Throwable cause) {
    return switch (state(cause).orElse("")) {
      case "28P01", "28000" -> "it refuses the user or the password";
      case "3D000" -> "it has no database of that name";
      case "08001" -> "nothing answers at that address";
      default -> "no connection within the time limit";
    };
  }

  private static Optional<String> state(Throwable failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .filter(code -> code != null && !code.isBlank())
        .reduce((first, last) -> last);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
