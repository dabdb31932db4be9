package ai.therapysync.conversation.reply;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the guard says to an answer.
 *
 * @param faults why it must not be sent; none means that it may
 */
public record Verdict(Set<Fault> faults) {
  /** Something that must not be sent. */
  public enum Fault {
    EMPTY,
    TOO_LONG,
    WRONG_FORM,
    TOO_MANY_QUESTIONS,
    WRONG_LANGUAGE,
    METHOD,
    DOSE,
    MEDICINE,
    DIAGNOSIS,
    CLAIMS_HUMAN,
    CLAIMS_ACTION,
    PROMISES_SECRECY,
    FOSTERS_DEPENDENCE,
    HARMFUL_ADVICE,
    LINK,
    UNKNOWN_NUMBER,
    LEAKED_PROMPT,
    NO_SAFETY_QUESTION;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Verdict {
    faults = Set.copyOf(faults);
  }

  /** Whether the answer may be sent. */
  public boolean passes() {
    return faults.isEmpty();
  }

  /** {@code passed}, or the faults in words. */
  public String words() {
    return passes()
        ? "passed"
        : new TreeSet<>(faults).stream().map(Fault::words).collect(Collectors.joining(", "));
  }
}
