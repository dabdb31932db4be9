package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A conversation of a made-up person with a writer, kept as it goes on. */
final class Talk {
  private static final Instant START = Instant.parse("2026-03-02T18:00:00Z");

  private final ReplyWriter writer;
  private final List<Utterance> history = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private Language language = Language.ENGLISH;
  private Personality personality = Personality.standard();
  private Culture culture = Culture.standard();
  private List<Memory> memories = List.of();
  private List<String> goals = List.of();

  Talk(ReplyWriter writer) {
    this.writer = writer;
  }

  Talk in(Language spoken) {
    language = spoken;
    return this;
  }

  Talk with(Personality chosen) {
    personality = chosen;
    return this;
  }

  Talk of(Culture lived) {
    culture = lived;
    return this;
  }

  Talk remembering(Memory... known) {
    memories = List.of(known);
    return this;
  }

  Talk towards(String... wanted) {
    goals = List.of(wanted);
    return this;
  }

  /** One turn: what the person writes, and what they get. */
  String says(String... texts) {
    List<Incoming> waiting = new ArrayList<>();
    for (String text : texts) {
      waiting.add(new Incoming(MessageType.TEXT, text));
    }
    return answer(waiting, Tone.ORDINARY);
  }

  String saysInDistress(String text) {
    return answer(List.of(new Incoming(MessageType.TEXT, text)), Tone.CONCERN);
  }

  String sends(MessageType type, String caption) {
    return answer(List.of(new Incoming(type, caption)), Tone.ORDINARY);
  }

  List<String> answers() {
    return List.copyOf(answers);
  }

  Reply reply(List<Incoming> waiting, Tone tone) {
    return writer.write(request(waiting, tone, history.isEmpty()));
  }

  ReplyRequest request(List<Incoming> waiting, Tone tone, boolean introduce) {
    return new ReplyRequest(
        person(), ChannelName.SMS, history, waiting, memories, goals, tone, introduce);
  }

  private Person person() {
    return new Person(
        new PersonId(new UUID(7, 7)),
        "Maya",
        language,
        "US",
        ZoneOffset.UTC,
        Settings.standard(),
        personality,
        culture);
  }

  private String answer(List<Incoming> waiting, Tone tone) {
    String text = reply(waiting, tone).text();
    Instant at = START.plusSeconds(60L * history.size());
    waiting.forEach(it -> history.add(new Utterance(Speaker.PERSON, it.text(), at)));
    history.add(new Utterance(Speaker.GATEWAY, text, at.plusSeconds(5)));
    answers.add(text);
    return text;
  }

  static Personality voice(String name, String approach, String style) {
    return new Personality(
        name, name, "AI companion", "", approach, List.of(), style, Map.of(), Map.of());
  }

  static Memory memory(String type, String title, String content) {
    return new Memory(type, title, content, List.of(), 0.7);
  }
}
