package ai.therapysync.migrations;

import java.util.List;

/** The database login may not do what the schema needs; an administrator can. */
public final class MissingPrivileges extends RuntimeException {
  private final List<String> statements;

  MissingPrivileges(String login, List<String> statements) {
    super(
        "The database login \"%s\" may not prepare the schema. Have an administrator run:%n%s"
            .formatted(login, String.join(System.lineSeparator(), statements)));
    this.statements = List.copyOf(statements);
  }

  /** The SQL to run, in order, each statement with its semicolon. */
  public List<String> statements() {
    return statements;
  }
}
