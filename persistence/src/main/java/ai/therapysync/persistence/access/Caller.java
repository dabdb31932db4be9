package ai.therapysync.persistence.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks: a person with their own rows, who may be an operator besides.
 *
 * @param name empty where no profile names them
 * @param roles the active ones, read anew for every request
 */
public record Caller(UUID id, String email, String name, Set<Role> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether any of the caller's roles allows it. */
  public boolean may(Permission permission) {
    return roles.stream().anyMatch(role -> role.permissions().contains(permission));
  }

  /** Whether this is the caller themselves. */
  public boolean is(UUID person) {
    return id.equals(person);
  }

  public boolean isOperator() {
    return !roles.isEmpty();
  }

  @Override
  public String toString() {
    return "Caller[" + id + "]";
  }
}
