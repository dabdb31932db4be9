package ai.therapysync.conversation.occasion;

/**
 * What a moment of a talk bears beside the talk itself.
 *
 * @param heavy something hard is spoken of: no figures, no offers, no games
 * @param guided an exercise is being led, and the next step comes
 * @param leaving the person says goodbye
 */
public record Climate(boolean heavy, boolean guided, boolean leaving) {
  /** Neither heavy nor busy. */
  public static Climate clear() {
    return new Climate(false, false, false);
  }

  /** Whether something may be added that the person did not come for. */
  public boolean bearsMore() {
    return !heavy && !guided && !leaving;
  }
}
