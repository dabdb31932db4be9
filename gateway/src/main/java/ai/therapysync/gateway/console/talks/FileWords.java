package ai.therapysync.gateway.console.talks;

import ai.therapysync.persistence.conversation.MediaFiles;
import java.util.Locale;

/** What a file that somebody sent is called on a page. */
public final class FileWords {
  private static final long THOUSAND = 1_000;

  private FileWords() {}

  /** What kind of thing it is. */
  public static String kind(MediaFiles.File file) {
    return switch (file.kind()) {
      case "audio" -> "Voice note or sound";
      case "image" -> "Picture";
      case "video" -> "Video";
      default -> "File";
    };
  }

  /** How large it is. */
  public static String size(MediaFiles.File file) {
    return file.size() < THOUSAND * THOUSAND
        ? Math.max(1, file.size() / THOUSAND) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", file.size() / (double) (THOUSAND * THOUSAND));
  }

  /** Why it can't be had. */
  public static String whyNot(MediaFiles.File file) {
    return switch (file.state()) {
      case "waiting" -> "is being fetched";
      case "expired" -> "was deleted, as its time was over";
      default -> "could not be fetched";
    };
  }
}
