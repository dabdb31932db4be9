package ai.therapysync.conversation.reply;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a talk has been about before the message that is answered: matters fade after a few
 * messages, grave ones later. Private: never printed.
 *
 * @param themes what it was about, the latest first
 * @param pained whether something weighed on the person in it
 * @param quiet whether they have asked us lately not to ask
 * @param heavy whether something heavy was spoken of, however long ago
 * @param lost who is mourned, as we say it to them ("your mother")
 */
record Past(
    List<String> themes, boolean pained, boolean quiet, boolean heavy, Optional<String> lost) {
  /** How many of their messages back a matter is still the talk's. */
  private static final int LATELY = 2;

  /** A grave one longer. */
  private static final int LONG = 8;

  /** Who asked us to stop asking is not asked in so many answers more. */
  private static final int QUIET = 4;

  private static final List<String> GRAVE = List.of("grief", "pet", "violence", "someone_else");

  Past {
    themes = List.copyOf(themes);
  }

  static Past none() {
    return new Past(List.of(), false, false, false, Optional.empty());
  }

  /**
   * From what they wrote before.
   *
   * @param before newest first
   */
  static Past of(Heard now, List<Heard> before) {
    List<Heard> relevant = isElsewhere(now, before) ? List.of() : before;
    boolean heavy = before.stream().anyMatch(Heard::isHeavy);
    boolean glad = !now.isPainedNow() && !now.tone().has("negation");
    Set<String> themes = new LinkedHashSet<>();
    for (int i = 0; i < relevant.size(); i++) {
      boolean lately = i < LATELY;
      boolean justNow = i == 0;
      boolean stillGrave = i < LONG;
      boolean told = relevant.get(i).isPainedNow();
      relevant.get(i).themes().stream()
          .filter(theme -> theme.equals("progress") ? justNow && glad : told)
          .filter(theme -> lately || (stillGrave && GRAVE.contains(theme)))
          .forEach(themes::add);
    }
    boolean pained = relevant.stream().limit(LATELY).anyMatch(Heard::isPainedNow);
    boolean quiet = before.stream().limit(QUIET).anyMatch(Heard::asksForQuiet);
    return new Past(List.copyOf(themes), pained, quiet, heavy, lost(relevant));
  }

  private static Optional<String> lost(List<Heard> before) {
    return before.stream()
        .filter(heard -> heard.isAbout("grief"))
        .flatMap(heard -> heard.relation().stream())
        .findFirst();
  }

  /** Harmless news of something else is not heard from within a grief; right after it, it is. */
  private static boolean isElsewhere(Heard now, List<Heard> before) {
    boolean sameOne = now.relation().isPresent() && now.relation().equals(lost(before));
    boolean near = before.stream().limit(2).anyMatch(Past::isGrave);
    return before.stream().anyMatch(Past::isGrave) && now.isHarmlessNews() && !sameOne && !near;
  }

  private static boolean isGrave(Heard heard) {
    return heard.themes().stream().anyMatch(GRAVE::contains);
  }

  @Override
  public String toString() {
    return "Past[private]";
  }
}
