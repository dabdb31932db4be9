package ai.therapysync.conversation.delivery;

/** A text as it travels by SMS: one curly quote must not double a message's price. */
public final class SmsText {
  private SmsText() {}

  /**
   * The same words, with typographic characters exchanged for plain ones where that alone makes it
   * GSM-7 and no longer in segments. Other texts stay as they are.
   */
  public static String plain(String text) {
    String plain = Gsm.plain(text);
    return Gsm.canWrite(plain) && Segments.count(plain) <= Segments.count(text) ? plain : text;
  }
}
