package ai.therapysync.gateway.console.page;

import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.ConsoleSession;

/** An operator who is logged in, and the session that they are logged in by. */
public record Visitor(Caller caller, ConsoleSession session) {
  /** How the console calls them. */
  public String name() {
    return caller.name().isBlank() ? caller.email() : caller.name();
  }
}
