package ai.therapysync.conversation.reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How things are phrased. */
enum Style {
  HUMOROUS("humo,playful,funny,light,witty,lustig,幽 默"),
  DIRECT("direct,direkt,diret,straight,structured,practical,analytic,concise,clear,直 接"),
  ENCOURAGING("encourag,motivat,energ,inspir,cheer,optimis,ermutig,alent,anima,鼓 励"),
  GENTLE("gentle,soft,calm,patient,quiet,slow,sooth,indirect,sanft,ruhig,suave,doux,douce,温 柔"),
  WARM("warm");

  private final String names;

  Style(String names) {
    this.names = names;
  }

  /** The word that stands for it in texts. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it says nothing of how we feel with the person. */
  boolean isMatterOfFact() {
    return switch (this) {
      case HUMOROUS, DIRECT -> true;
      case ENCOURAGING, GENTLE, WARM -> false;
    };
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
