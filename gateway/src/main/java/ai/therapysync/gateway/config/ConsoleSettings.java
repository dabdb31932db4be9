package ai.therapysync.gateway.config;

/**
 * How operators get in.
 *
 * @param secondFactor whether administrators must have one
 * @param proxies how many proxies of ours a request passes, each of which names whom it was called
 *     by
 */
public record ConsoleSettings(SecondFactor secondFactor, int proxies) {
  /** {@code CONSOLE_SECOND_FACTOR}. */
  public enum SecondFactor {
    REQUIRED,
    OPTIONAL
  }

  static ConsoleSettings read(Values values) {
    return new ConsoleSettings(
        values.word("CONSOLE_SECOND_FACTOR", SecondFactor.class, SecondFactor.OPTIONAL),
        values.wholeNumber("GATEWAY_PROXIES", 0, 0, 10));
  }
}
