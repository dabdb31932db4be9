package ai.therapysync.persistence.resources;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL does not let the caller do it; the transaction is rolled back. */
public final class Refused extends RuntimeException {
  /** Why not. */
  public enum Why {
    /** The row may be seen, and not changed so. */
    FORBIDDEN,
    /** An emergency is open, or was until a day ago. */
    EMERGENCY,
    /** Another row has it already. */
    TAKEN,
    /** Other rows need this one, or what it names does not exist. */
    REFERENCED,
    /** A value that the table does not take. */
    OUT_OF_RANGE
  }

  private final Why why;
  private final String column;

  public Refused(Why why, String column) {
    super(why.name().toLowerCase(Locale.ROOT));
    this.why = why;
    this.column = column;
  }

  public Why why() {
    return why;
  }

  /** The column that it is about; empty where the server does not say. */
  public Optional<String> column() {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }

  /** Runs a statement; what the server refuses is thrown without its words, which quote values. */
  static <T> T telling(Supplier<T> statement) {
    try {
      return statement.get();
    } catch (JdbiException e) {
      throw Optional.ofNullable(e.getCause())
          .filter(PSQLException.class::isInstance)
          .flatMap(cause -> of((PSQLException) cause))
          .<RuntimeException>map(refused -> refused)
          .orElse(e);
    }
  }

  private static Optional<Refused> of(PSQLException failure) {
    return why(failure)
        .map(why ->
            new Refused(
                why,
                Optional.ofNullable(failure.getServerErrorMessage())
                    .map(ServerErrorMessage::getColumn)
                    .orElse("")));
  }

  private static Optional<Why> why(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    return switch (state) {
      case "42501" -> Optional.of(isEmergency(failure) ? Why.EMERGENCY : Why.FORBIDDEN);
      case "23505" -> Optional.of(Why.TAKEN);
      case "23503" -> Optional.of(Why.REFERENCED);
      case "23502", "23514" -> Optional.of(Why.OUT_OF_RANGE);
      default -> state.startsWith("22") ? Optional.of(Why.OUT_OF_RANGE) : Optional.empty();
    };
  }

  /** The two triggers that keep what was arranged for an emergency say it in these words. */
  private static boolean isEmergency(SQLException failure) {
    return Optional.ofNullable(failure.getMessage())
        .filter(words -> words.contains("During an emergency"))
        .isPresent();
  }
}
