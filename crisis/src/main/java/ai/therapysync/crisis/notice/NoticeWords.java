package ai.therapysync.crisis.notice;

/**
 * A notice in words. Private: never printed. {@code subject} is for mail; {@code text} is plain.
 */
public record NoticeWords(String subject, String text) {
  @Override
  public String toString() {
    return "NoticeWords[private]";
  }
}
