package ai.therapysync.crisis.safety;

/** The characters that a short message holds without becoming twice as dear: GSM 03.38. */
public final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "^{}\\[~]|€";

  private Gsm7() {}

  /** The first character that does not fit, or an empty text. */
  public static String misfit(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .filter(character -> !BASIC.contains(character) && !EXTENDED.contains(character))
        .findFirst()
        .orElse("");
  }
}
