package ai.therapysync.conversation.person;

/** How a person is addressed: the first word of the name they gave. */
public final class FirstName {
  private static final int LONGEST = 40;

  private FirstName() {}

  /** Empty for an empty name; never longer than a message can bear. */
  public static String of(String name) {
    String first = name.strip().split("\\s+", 2)[0];
    return first.codePointCount(0, first.length()) <= LONGEST
        ? first
        : first.substring(0, first.offsetByCodePoints(0, LONGEST));
  }
}
