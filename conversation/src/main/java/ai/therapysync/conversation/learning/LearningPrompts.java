package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.memory.Exchange;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.SessionNoteWriter.EndedTalk;
import ai.therapysync.conversation.reply.AnswerForm;
import ai.therapysync.conversation.reply.Prompt;
import ai.therapysync.conversation.reply.PromptData;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model is asked when it learns: the wording stands in {@code learning_en.properties}. */
final class LearningPrompts {
  /** Changes with every change of the wording. */
  static final String VERSION = "learning-1";

  private static final int LINE = 150;
  private static final int SAID = 600;
  private static final int BEFORE = 6;
  private static final int KNOWN = 8;
  private static final int TALK = 40;
  private static final int TALK_LINE = 60;

  private final Phrasebook texts = Phrasebook.load(LearningPrompts.class, "learning");

  Prompt memories(Exchange exchange) {
    Map<String, String> values =
        Map.of("language", name(exchange.language()), "types", String.join(", ", MemoryForm.TYPES));
    List<String> known =
        exchange.known().stream().limit(KNOWN).map(LearningPrompts::known).toList();
    int each = Math.max(LINE, SAID / Math.max(1, exchange.said().size()));
    String conversation =
        String.join(
            "\n",
            PromptData.block("known", known),
            PromptData.block("before", last(exchange.before(), BEFORE, LINE)),
            PromptData.block(
                "said",
                last(exchange.said(), BEFORE).map(it -> PromptData.line(it, each)).toList()));
    return prompt("memories", values, conversation, MemoryForm.FORM);
  }

  Prompt notes(EndedTalk talk) {
    return prompt(
        "notes",
        Map.of("language", name(talk.language())),
        PromptData.block("talk", last(talk.lines(), TALK, TALK_LINE)),
        NotesForm.FORM);
  }

  private Prompt prompt(
      String key, Map<String, String> values, String conversation, AnswerForm.Fields form) {
    String task = texts.say(Language.ENGLISH, key, values);
    return new Prompt(
        VERSION, List.of(new Prompt.Section("Task", task, true)), conversation, Optional.of(form));
  }

  private static String known(Memory memory) {
    return "- " + PromptData.line(memory.title() + ". " + memory.content(), LINE);
  }

  private static List<String> last(List<Utterance> lines, int count, int tokens) {
    return last(lines, count).map(line -> said(line, tokens)).toList();
  }

  private static <T> Stream<T> last(List<T> all, int count) {
    return all.stream().skip(Math.max(0, all.size() - count));
  }

  private static String said(Utterance line, int tokens) {
    String speaker = line.speaker() == Speaker.PERSON ? "person" : "companion";
    return PromptData.said(speaker, line.text(), tokens);
  }

  private static String name(Language language) {
    return language.locale().getDisplayLanguage(Locale.ENGLISH);
  }
}
