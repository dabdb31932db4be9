package ai.therapysync.conversation.delivery;

import java.time.Duration;

/**
 * The fallback ladder of a message: which way follows one that failed. Every way is tried once, an
 * answer never by two ways unless the first surely failed, and after a STOP only who is in danger
 * is looked for elsewhere.
 */
public final class Fallback {
  private static final Duration PASSES_WITHIN = Duration.ofMinutes(1);

  private Fallback() {}

  /**
   * The next way.
   *
   * @param tried the way that failed; it stands in {@code reach.failed()}
   * @param again whether it was the second try by this way
   */
  public static NextWay after(Matter matter, Step tried, boolean again, Reach reach) {
    Failure failure = reach.failed().getOrDefault(tried, Failure.FINAL);
    if (failure == Failure.PASSING && matter.mayWait() && !again) {
      return new NextWay.Again(PASSES_WITHIN);
    }
    return matter.ladder().stream()
        .filter(step -> !reach.failed().containsKey(step) && reach.on().contains(step))
        .filter(step -> mayFollow(matter, failure, step))
        .filter(step -> isOpen(matter, step, reach))
        .findFirst()
        .<NextWay>map(NextWay.By::new)
        .orElseGet(NextWay.Nowhere::new);
  }

  private static boolean mayFollow(Matter matter, Failure failure, Step step) {
    return switch (failure) {
      case WINDOW, PASSING, FINAL -> true;
      case STOPPED -> matter == Matter.DANGER || step == Step.MAIL;
      case FATE_UNKNOWN -> matter != Matter.ANSWER && matter != Matter.MOMENT;
    };
  }

  private static boolean isOpen(Matter matter, Step step, Reach reach) {
    return switch (step) {
      case SMS, MAIL -> true;
      case WHATSAPP ->
          switch (reach.window()) {
            case OPEN -> true;
            case CLOSED -> false;
            case UNKNOWN -> matter == Matter.DANGER;
          };
      case TEMPLATE -> matter == Matter.PAGE || isInvited(reach);
    };
  }

  /** Who has WhatsApp, and did not get the words only because the day is over. */
  private static boolean isInvited(Reach reach) {
    Failure words = reach.failed().get(Step.WHATSAPP);
    return words == null ? reach.window() == Reach.Window.CLOSED : words == Failure.WINDOW;
  }
}
