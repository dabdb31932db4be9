package ai.therapysync.persistence.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the audit log ended at some time: a copy of it outside of the database shows whether lines
 * were taken from the end since.
 *
 * @param number of the last line; 0 before the first
 * @param hash the last line's
 */
public record AuditHead(long number, String hash) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([A-Za-z0-9_-]*)");

  /** Before the first line. */
  static final AuditHead BEGINNING = new AuditHead(0, "");

  /** Reads what {@link #toString} wrote. */
  public static Optional<AuditHead> parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    return matcher.matches()
        ? Optional.of(new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** As it is written down: {@code 44:hash}; tells nothing of what the lines say. */
  @Override
  public String toString() {
    return number + ":" + hash;
  }
}
