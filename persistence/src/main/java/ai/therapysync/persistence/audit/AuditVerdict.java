package ai.therapysync.persistence.audit;

/** What going through the whole audit log has shown. */
public sealed interface AuditVerdict {
  /** Nothing was changed or taken out. */
  record Whole(AuditHead head) implements AuditVerdict {}

  /**
   * Somebody was at it.
   *
   * @param line the first that is wrong or missing
   */
  record Broken(long line, Fault fault) implements AuditVerdict {}

  /** In which way. */
  enum Fault {
    /** The line, or the one before, is not as it was written. */
    CHANGED,
    MISSING,
    /** It and all that followed are missing. */
    END_MISSING,
    /** The row that says where the log ends was changed or replaced: lines may be missing. */
    HEAD_CHANGED,
    /** Another line stood there when the copy was made that it was compared with. */
    NOT_AS_REMEMBERED
  }
}
