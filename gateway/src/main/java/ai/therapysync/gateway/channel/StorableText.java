package ai.therapysync.gateway.channel;

import java.nio.charset.StandardCharsets;

/** Makes what anybody may have written fit for our database and for a provider. */
public final class StorableText {
  private StorableText() {}

  /** Without NUL, which PostgreSQL's text can't hold, and without halves of characters. */
  public static String of(String value) {
    String whole = new String(value.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    return whole.replace("\u0000", "");
  }
}
