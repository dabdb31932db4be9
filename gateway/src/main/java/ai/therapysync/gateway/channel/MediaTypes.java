package ai.therapysync.gateway.channel;

import java.util.Locale;

/** Media types as providers name them. */
public final class MediaTypes {
  /** Of no special type. */
  static final String UNKNOWN = "application/octet-stream";

  private MediaTypes() {}

  /** What was told, where what is served is the same; else nothing is believed. */
  public static String agreed(String told, String served) {
    return !told.isBlank() && bare(told).equals(bare(served)) ? told.strip() : UNKNOWN;
  }

  private static String bare(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
