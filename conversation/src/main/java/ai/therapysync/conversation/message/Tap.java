package ai.therapysync.conversation.message;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A button or a row of a list that was tapped, by the id that came back with it. Private: never
 * printed.
 *
 * @param offer which offer it belongs to; empty where the button is none of ours, as in a template
 * @param answer what it stands for, or the whole id where it is none of ours
 */
public record Tap(Optional<UUID> offer, String answer) {
  /** Parts the answer from its offer. */
  static final String OF = "@";

  private static final Pattern OURS =
      Pattern.compile("(?s)(.{1,200})" + OF + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Reads the id of a button; whatever it is, it is one. */
  public static Tap of(String id) {
    Matcher ours = OURS.matcher(id);
    return ours.matches()
        ? new Tap(Optional.of(UUID.fromString(ours.group(2))), ours.group(1))
        : new Tap(Optional.empty(), id);
  }

  @Override
  public String toString() {
    return "Tap[private]";
  }
}
