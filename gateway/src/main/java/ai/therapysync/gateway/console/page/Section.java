package ai.therapysync.gateway.console.page;

import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Permission;
import java.util.Locale;
import java.util.Optional;

/** The parts of the console, in the order of its navigation, and what it takes to see them. */
public enum Section {
  TODAY("", "Today", Optional.empty()),
  CRISES("/crises", "Crises", Optional.of(Permission.SEE_CRISES)),
  CONVERSATIONS("/conversations", "Conversations", Optional.of(Permission.READ_CONVERSATIONS)),
  PEOPLE("/people", "People", Optional.of(Permission.SEE_USERS)),
  PERSONALITIES("/personalities", "Personalities", Optional.of(Permission.EDIT_PERSONALITIES)),
  ANALYTICS("/analytics", "Analytics", Optional.of(Permission.SEE_ANALYTICS)),
  CHANNELS("/channels", "Channels", Optional.of(Permission.RUN_THE_HOUSE)),
  ESCALATION("/escalation", "Escalation", Optional.of(Permission.RUN_THE_HOUSE)),
  OPERATORS("/operators", "Operators", Optional.of(Permission.RUN_THE_HOUSE)),
  AUDIT("/audit", "Audit log", Optional.of(Permission.SEE_AUDIT_LOG)),
  /** The visitor's own; reached by their menu. */
  ACCOUNT("/account", "Your account", Optional.empty());

  private final String path;
  private final String label;
  private final Optional<Permission> permission;

  Section(String path, String label, Optional<Permission> permission) {
    this.path = "/console" + path;
    this.label = label;
    this.permission = permission;
  }

  /** The address of its first page. */
  public String path() {
    return path;
  }

  public String label() {
    return label;
  }

  /** The symbol's name in {@code icons.svg}. */
  public String icon() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The letter that, after g, leads here by keyboard. */
  public String key() {
    return switch (this) {
      case TODAY -> "t";
      case CRISES -> "c";
      case CONVERSATIONS -> "m";
      case PEOPLE -> "p";
      case PERSONALITIES -> "v";
      case ANALYTICS -> "a";
      case CHANNELS -> "h";
      case ESCALATION -> "e";
      case OPERATORS -> "o";
      case AUDIT -> "l";
      case ACCOUNT -> "y";
    };
  }

  /** Whether this caller may see its pages. */
  public boolean isOpenTo(Caller caller) {
    return permission.map(caller::may).orElse(caller.isOperator());
  }
}
