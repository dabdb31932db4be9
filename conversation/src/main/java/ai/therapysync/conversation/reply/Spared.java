package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in {@code cultural_sensitivities} the words that we don't bring up. */
final class Spared {
  private static final Set<String> TELLS_NOTHING =
      wordsOf(
          """
          about avoid discuss family history issues mention talking topic topics with \
          sobre temas evitar hablar familia \
          falar conversar assunto assuntos historia \
          eviter parler discuter sujet sujets famille histoire \
          nicht keine thema themen uber sprechen reden vermeiden familie \
          बारे बात बातें विषय चर्चा ज़िक्र मुद्दे परिवार करना करें नहीं साथ लेकर \
          عن حول بشأن حديث كلام ذكر موضوع مواضيع مشاكل قضايا عدم تجنب نتحدث تحدث عائلة أسرة\
          """);

  /** The same in Chinese, where no space tells it from what is to be spared. */
  private static final Pattern TELLS_NOTHING_IN_CHINESE =
      Pattern.compile("不要|不想|避免|回避|谈论|谈到|提到|提起|谈|聊|提|关于|有关|话题|的事|家庭|家人");

  private Spared() {}

  /** The stem of each telling word, so that "drinking" spares "drink", too. */
  static List<String> of(List<String> sensitivities) {
    Stream<String> stems =
        sensitivities.stream()
            .flatMap(sensitivity -> Stream.of(Wording.words(sensitivity).strip().split(" ")))
            .filter(word -> Letters.isLong(word) && !TELLS_NOTHING.contains(word))
            .map(word -> " " + word.substring(0, Math.min(word.length(), 5)));
    return Stream.of(
            stems,
            sensitivities.stream().flatMap(Spared::alone),
            sensitivities.stream().flatMap(Spared::inChinese))
        .flatMap(words -> words)
        .distinct()
        .toList();
  }

  /** A short word that is all that is written tells something: "war". */
  private static Stream<String> alone(String sensitivity) {
    String words = Wording.words(sensitivity);
    return Stream.of(words).filter(it -> it.strip().matches("\\p{L}{3}"));
  }

  /** Spelt as texts are compared. */
  private static Set<String> wordsOf(String text) {
    return Set.of(Wording.words(text).strip().split(" "));
  }

  /** Each run of Chinese characters that tells something. */
  private static Stream<String> inChinese(String sensitivity) {
    String telling = TELLS_NOTHING_IN_CHINESE.matcher(sensitivity).replaceAll(" ");
    return Pattern.compile("\\p{IsHan}{2,}")
        .matcher(telling)
        .results()
        .map(run -> Wording.words(run.group()));
  }
}
