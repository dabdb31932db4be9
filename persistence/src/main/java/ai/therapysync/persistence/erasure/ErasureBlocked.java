package ai.therapysync.persistence.erasure;

import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A table of the platform's that the gateway does not know still refers to the person. What is in
 * it (an invoice?) is not ours to delete: nothing was erased.
 */
public final class ErasureBlocked extends RuntimeException {
  private static final String REFERENCED = "23503";

  private ErasureBlocked(String table) {
    super(
        "The table %s, which the gateway does not know, still refers to the person: delete or"
                .formatted(table)
            + " change its rows first.");
  }

  /** What a refused deletion means, without the server's words, which quote values. */
  static RuntimeException of(JdbiException failure) {
    return Optional.ofNullable(failure.getCause())
        .filter(PSQLException.class::isInstance)
        .flatMap(cause -> of((PSQLException) cause))
        .<RuntimeException>map(blocked -> blocked)
        .orElse(failure);
  }

  private static Optional<ErasureBlocked> of(PSQLException failure) {
    return REFERENCED.equals(failure.getSQLState())
        ? Optional.of(new ErasureBlocked(table(failure)))
        : Optional.empty();
  }

  private static String table(PSQLException failure) {
    return Optional.ofNullable(failure.getServerErrorMessage())
        .map(ServerErrorMessage::getTable)
        .orElse("of another schema");
  }
}
