package ai.therapysync.conversation.practice.questionnaire;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.crisis.language.Language;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads an answer from 0 (not at all) to 3 (nearly every day): a figure, or the words beside it.
 */
final class AnswerReader {
  private static final Pattern BETWEEN = Pattern.compile("\\D{0,16}[0-3]\\D{1,14}[0-3]\\D{0,12}");

  private final Commands words = Commands.load(AnswerReader.class, "answers");

  Optional<Integer> read(String text, Language language) {
    String figure = figure(text);
    if (figure.matches("[0-3]")) {
      return Optional.of(Integer.valueOf(figure));
    }
    return words.find(text, language).map(Command::name).map(Integer::valueOf);
  }

  /** Whether it names two of the answers: "2 or 3". */
  boolean isBetween(String text) {
    return text.length() <= 40 && BETWEEN.matcher(figure(text)).matches();
  }

  /** Whether it is a figure, though none of ours. */
  boolean isOtherFigure(String text) {
    return figure(text).matches("[0-9]{1,3}(?:[.,][0-9])?") && !figure(text).matches("[0-3]");
  }

  private static String figure(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .mapToObj(c ->
            Character.isDigit(c) ? Integer.toString(Character.digit(c, 10)) : Character.toString(c))
        .collect(Collectors.joining())
        .replaceAll("[\\s.!,)\\uFE0F\\u20E3]+$|^\\s+", "");
  }
}
