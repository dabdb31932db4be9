package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.reply.Prompt.Section;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the prompt: rules, voice, culture, person, lines to call, memories, goals, moment, and the
 * conversation as data. All of it together stays within {@link #TOKENS}; what is oldest in the talk
 * is left out first, then goals, then the memories that fit least.
 */
public final class PromptWriter {
  /** Changes with every change of the instructions' wording. */
  public static final String VERSION = "3";

  /** With room for the answer within the 4,096 that a small model on a machine of one's own has. */
  static final int TOKENS = 3_500;

  private static final int WAITING = 800;
  private static final int LATEST = 450;
  private static final int VOICE = 320;
  private static final int CULTURE = 300;
  private static final int MEMORIES = 400;
  private static final int GOALS = 120;
  private static final int SHORTEST_LINE = 40;
  private static final int LINE = 150;
  private static final int ITEM = 80;

  private final Phrasebook texts = Phrasebook.load(PromptWriter.class, "prompt");
  private final PromptPerson persons = new PromptPerson(texts);
  private final PromptLines lines = new PromptLines();

  /** The prompt for a request. */
  public Prompt write(ReplyRequest request) {
    Person person = request.person();
    List<Section> rules = rules(request);
    Budget budget = new Budget(TOKENS);
    rules.forEach(rule -> budget.spend(rule.title() + rule.text()));
    List<String> waiting = newest(waiting(request), budget, WAITING);
    List<String> history = history(request).reversed();
    List<String> latest = budget.take(history, LATEST);
    List<Section> sections = new ArrayList<>(rules);
    sections.add(ours("Voice", budget.take(persons.voice(person.personality()), VOICE)));
    sections.add(ours("Culture", budget.take(persons.culture(person.culture()), CULTURE)));
    sections.add(theirs("Memories", budget.take(memories(request), MEMORIES)));
    sections.add(theirs("Goals", budget.take(items(request.goals()), GOALS)));
    List<String> older = budget.takeRest(history.subList(latest.size(), history.size()));
    List<String> talk = Stream.concat(latest.stream(), older.stream()).toList().reversed();
    String conversation =
        PromptData.block("talk", talk) + "\n" + PromptData.block("waiting", waiting);
    return new Prompt(VERSION, sections, conversation);
  }

  /** What is added when the first answer was not fit to be sent. */
  Section correction(String faults) {
    return ours(
        "Correction", List.of(texts.say(Language.ENGLISH, "correction", Map.of("faults", faults))));
  }

  private List<Section> rules(ReplyRequest request) {
    String length = Integer.toString(length(request.channel(), request.person().language()));
    String form = texts.say(Language.ENGLISH, "form", Map.of("length", length));
    return List.of(
        ours("Role", List.of(say("role"))),
        ours("Safety rules", List.of(say("safety"))),
        ours("Form", List.of(form)),
        ours("Data", List.of(say("data"))),
        ours("Moment", moment(request)),
        ours("Person", List.of(persons.person(request.person()))),
        theirs(PromptLines.TITLE, lines.of(request.person())));
  }

  /** What is read at one glance: three text messages, and less where letters say more. */
  static int length(ChannelName channel, Language language) {
    int letters =
        switch (channel) {
          case SMS -> 480;
          case WHATSAPP -> 700;
          case EMAIL -> 1_200;
        };
    return switch (language) {
      case ENGLISH, SPANISH, PORTUGUESE, FRENCH, GERMAN -> letters;
      case HINDI, ARABIC -> letters * 2 / 3;
      case CHINESE -> letters / 3;
    };
  }

  private List<String> moment(ReplyRequest request) {
    String now = request.tone() == Tone.CONCERN ? concern(request) : say("ordinary");
    return Stream.of(
            "Channel: " + request.channel().word(),
            request.introduce() ? say("introduce") : "",
            request.ending().isPresent() ? say("ending") : "",
            now)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String concern(ReplyRequest request) {
    String about = request.danger().map(Danger::question).orElse("unclear");
    return say("concern") + " " + say("concern." + about);
  }

  private String say(String key) {
    return texts.say(Language.ENGLISH, key);
  }

  private static Section ours(String title, List<String> lines) {
    return new Section(title, String.join("\n", lines), true);
  }

  /** What comes from the person or may be told to them; it stands between marks. */
  private static Section theirs(String title, List<String> lines) {
    String text = lines.isEmpty() ? "None." : PromptData.block("data", lines);
    return new Section(title, text, false);
  }

  private static List<String> memories(ReplyRequest request) {
    return items(
        request.memories().stream()
            .map(it -> it.type() + ": " + it.title() + ". " + it.content())
            .toList());
  }

  private static List<String> items(List<String> items) {
    return items.stream().map(item -> "- " + PromptData.line(item, ITEM)).toList();
  }

  private static List<String> waiting(ReplyRequest request) {
    List<Incoming> waiting = request.toAnswer();
    int each = Math.max(SHORTEST_LINE, WAITING / Math.max(1, waiting.size()) - 20);
    return waiting.stream()
        .map(it -> PromptData.said("person sends=\"" + it.type().word() + "\"", it.text(), each))
        .toList();
  }

  private static List<String> newest(List<String> lines, Budget budget, int share) {
    return budget.take(lines.reversed(), share).reversed();
  }

  private static List<String> history(ReplyRequest request) {
    return request.history().stream().map(PromptWriter::line).toList();
  }

  private static String line(Utterance said) {
    return PromptData.said(said.speaker() == Speaker.PERSON ? "person" : "you", said.text(), LINE);
  }
}
