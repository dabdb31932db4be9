package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.crisis.Incidents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Incidents: everybody's for those who may see crises, one's own for everybody else. */
public final class CrisisInterventions {
  private static final ResourceRows ROWS = ResourceRows.of(Resource.CRISIS_INTERVENTIONS);

  private CrisisInterventions() {}

  /** Which of them; all but {@code OPEN} are words of the column. */
  public enum Status {
    OPEN,
    PENDING,
    NOTIFIED,
    ACKNOWLEDGED,
    UNANSWERED,
    RESOLVED;

    /** As it stands in the column, and in an address. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String condition() {
      return this == OPEN ? Incidents.openCondition("t") : "t.status = '%s'".formatted(word());
    }
  }

  /** The latest first. */
  public static Page list(
      Acting acting, Optional<Status> status, int limit, Optional<Cursor> after) {
    return ROWS.list(
        acting, owner(acting), status.map(Status::condition).orElse("TRUE"), limit, after);
  }

  /** One that the caller sees. */
  public static Optional<ObjectNode> find(Acting acting, UUID id) {
    return ROWS.find(acting, owner(acting), id);
  }

  private static Optional<UUID> owner(Acting acting) {
    return acting.caller().may(Permission.SEE_CRISES)
        ? Optional.empty()
        : Optional.of(acting.caller().id());
  }
}
