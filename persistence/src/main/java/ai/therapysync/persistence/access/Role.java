package ai.therapysync.persistence.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an operator is: the values of {@code app_role}, save {@code user}, which everybody is. */
public enum Role {
  ADMIN,
  SUPER_ADMIN,
  SUPPORT_ADMIN,
  CONTENT_ADMIN,
  ANALYTICS_ADMIN,
  MODERATOR;

  /** What this role allows, whatever the other roles of its holder. */
  public Set<Permission> permissions() {
    return switch (this) {
      case ADMIN, SUPER_ADMIN -> Set.of(Permission.values());
      case SUPPORT_ADMIN ->
          Set.of(
              Permission.SEE_USERS,
              Permission.CHANGE_USERS,
              Permission.READ_CONVERSATIONS,
              Permission.JOIN_CONVERSATIONS,
              Permission.SEE_CRISES,
              Permission.WORK_CRISES);
      case CONTENT_ADMIN -> Set.of(Permission.EDIT_PERSONALITIES);
      case ANALYTICS_ADMIN -> Set.of(Permission.SEE_ANALYTICS);
      case MODERATOR -> Set.of(Permission.READ_CONVERSATIONS, Permission.SEE_CRISES);
    };
  }

  /** The schema's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the schema's word; empty for {@code user} and for words that are no role. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
