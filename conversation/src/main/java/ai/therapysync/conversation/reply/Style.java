package ai.therapysync.conversation.reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How things are phrased. */
enum Style {
  HUMOROUS("humo,playful,funny,light,witty"),
  DIRECT("direct,straight,structured,practical,analytic,concise,clear"),
  ENCOURAGING("encourag,motivat,energ,inspir,cheer,optimis"),
  GENTLE("gentle,soft,calm,patient,quiet,slow,sooth,indirect"),
  WARM("warm");

  private final String names;

  Style(String names) {
    this.names = names;
  }

  /** The word that stands for it in texts. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the words that people write into profiles; warm for those we don't know. */
  static Style of(String written) {
    String words = Wording.words(written);
    return Arrays.stream(values())
        .filter(
            style -> Stream.of(style.names.split(",")).anyMatch(name -> words.contains(" " + name)))
        .findFirst()
        .orElse(WARM);
  }
}
