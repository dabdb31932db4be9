package ai.therapysync.gateway.console.people;

import java.util.UUID;

/** Whose page it is. Private: never printed. */
public record Head(UUID id, String name, String email, String language) {
  /** What they are called, or where their mail goes. */
  public String title() {
    return name.isBlank() ? email : name;
  }

  @Override
  public String toString() {
    return "Head[" + id + "]";
  }
}
