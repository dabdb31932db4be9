package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.crisis.safety.CrisisLine;
import ai.therapysync.crisis.safety.CrisisLines;
import java.util.List;

/** The numbers that a model may name to a person: those of their country, and no others. */
final class PromptLines {
  /** The section's title, by which the guard finds them again. */
  static final String TITLE = "Lines that may be named";

  private final CrisisLines lines = CrisisLines.load();

  List<String> of(Person person) {
    return lines.forNumberRegion(person.region(), person.region()).all().stream()
        .map(PromptLines::line)
        .toList();
  }

  private static String line(CrisisLine line) {
    String text =
        line.text()
            .map(it -> ", by text " + it.word().map(word -> word + " to ").orElse("") + it.number())
            .orElse("");
    return "- %s, %s: %s%s".formatted(line.kind().word(), line.organisation(), line.number(), text);
  }
}
