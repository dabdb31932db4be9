package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.reply.Prompt.Section;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the prompt: rules, voice, culture, language, memories, goals, moment, conversation. */
public final class PromptWriter {
  /** Changes with every change of the instructions' wording. */
  public static final String VERSION = "2";

  /** About 3,000 tokens of conversation: the newest lines are kept. */
  private static final int CONVERSATION = 9_000;

  private static final int LINE = 2_500;
  private static final int FIELD = 300;
  private static final int MOST_ITEMS = 8;

  private final Phrasebook texts = Phrasebook.load(PromptWriter.class, "prompt");

  /** The prompt for a request. */
  public Prompt write(ReplyRequest request) {
    Person person = request.person();
    List<Section> sections = new ArrayList<>();
    sections.add(ours("Role", say("role")));
    sections.add(ours("Safety rules", say("safety")));
    sections.add(ours("Form", say("form")));
    sections.add(ours("Voice", voice(person.personality())));
    sections.add(ours("Culture", culture(person.culture())));
    sections.add(ours("Language", language(person.language())));
    sections.add(theirs("Memories", memories(request.memories())));
    sections.add(theirs("Goals", list(request.goals())));
    sections.add(ours("Moment", moment(request)));
    sections.add(ours("Conversation", say("conversation")));
    return new Prompt(VERSION, sections, conversation(request));
  }

  /** What is added when the first answer was not fit to be sent. */
  Section correction(String faults) {
    return ours("Correction", texts.say(Language.ENGLISH, "correction", Map.of("faults", faults)));
  }

  private String say(String key) {
    return texts.say(Language.ENGLISH, key);
  }

  private static Section ours(String title, String text) {
    return new Section(title, text, true);
  }

  private static Section theirs(String title, String text) {
    return new Section(title, text, false);
  }

  private static String voice(Personality voice) {
    return lines(
        field("Name", voice.name()),
        field("Who you are", voice.description()),
        field("Approach", voice.approach()),
        field("Way of speaking", voice.communicationStyle()),
        field("Specialties", String.join(", ", voice.specialties())),
        field("Traits", pairs(voice.traits())),
        field("Good with", pairs(voice.effectivenessAreas())));
  }

  private String culture(Culture culture) {
    String religion =
        culture.religiousConsiderations()
            ? field(
                "Faith matters to them",
                culture.religiousDetails().isBlank() ? "yes" : culture.religiousDetails())
            : say("no-religion");
    return lines(
        field("Background", culture.background()),
        field("Family", culture.familyStructure()),
        field("They speak", culture.communicationStyle()),
        religion,
        field("Approaches they prefer, use these first", join(culture.approachPreferences())),
        field("Avoid, unless they bring it up", join(culture.sensitivities())),
        Manner.isExtended(culture.familyStructure()) ? say("extended-family") : "");
  }

  private String language(Language language) {
    String name = language.locale().getDisplayLanguage(Locale.ENGLISH);
    return texts.say(Language.ENGLISH, "language", Map.of("language", name));
  }

  private String moment(ReplyRequest request) {
    String name = request.person().firstName();
    return lines(
        field("Their first name", name),
        field("Channel", request.channel().word()),
        request.introduce() ? say("introduce") : "",
        request.ending().isPresent() ? say("ending") : "",
        request.tone() == Tone.CONCERN ? say("concern") : say("ordinary"));
  }

  private static String memories(List<Memory> memories) {
    return list(
        memories.stream().map(it -> it.type() + ": " + it.title() + ". " + it.content()).toList());
  }

  private static String list(List<String> items) {
    return items.isEmpty()
        ? "None."
        : items.stream()
            .limit(MOST_ITEMS)
            .map(item -> "- " + data(item, FIELD))
            .collect(Collectors.joining("\n"));
  }

  private static String conversation(ReplyRequest request) {
    Deque<String> kept = new ArrayDeque<>();
    int left = CONVERSATION;
    for (String line : allLines(request).reversed()) {
      left -= line.length();
      if (left < 0 && !kept.isEmpty()) {
        break;
      }
      kept.addFirst(line);
    }
    return "<conversation>\n" + String.join("\n", kept) + "\n</conversation>";
  }

  private static List<String> allLines(ReplyRequest request) {
    List<String> lines = new ArrayList<>();
    for (Utterance utterance : request.history()) {
      String who = utterance.speaker() == Speaker.PERSON ? "person" : "you";
      lines.add(who + ": " + data(utterance.text(), LINE));
    }
    for (Incoming incoming : request.toAnswer()) {
      lines.add(
          "person (answer this, " + incoming.type().word() + "): " + data(incoming.text(), LINE));
    }
    return lines;
  }

  /**
   * One line without marks of ours: nobody's words can close the conversation or open a section.
   */
  private static String data(String text, int limit) {
    String line =
        text.replace('<', '\u2039')
            .replace('>', '\u203A')
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    if (line.length() <= limit) {
      return line;
    }
    int half = limit / 2;
    return line.substring(0, half) + " [...] " + line.substring(line.length() - half);
  }

  private static String field(String name, String value) {
    return value.isBlank() ? "" : name + ": " + data(value, FIELD);
  }

  private static String join(List<String> values) {
    return String.join(", ", values);
  }

  private static String pairs(Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String lines(String... lines) {
    return Arrays.stream(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }
}
