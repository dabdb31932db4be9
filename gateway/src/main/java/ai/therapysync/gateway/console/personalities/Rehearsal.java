package ai.therapysync.gateway.console.personalities;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.reply.OfflineCompanion;
import ai.therapysync.conversation.reply.Prompt;
import ai.therapysync.conversation.reply.PromptWriter;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.persistence.conversation.Portraits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets a voice be heard that may not be saved yet: what it would answer to a few messages that
 * everybody writes, and what a model would be told of it. Costs nothing and asks nobody.
 */
public final class Rehearsal {
  private static final String VOICE = "Voice";

  private final OfflineCompanion companion = new OfflineCompanion();
  private final PromptWriter prompts = new PromptWriter();
  private final Phrasebook samples = Phrasebook.load(Rehearsal.class, "samples");

  /** A message that everybody writes, and what this voice answers. */
  public record Exchange(String sample, String answer) {}

  /**
   * What is heard of a voice.
   *
   * @param told what a model is told of the voice
   * @param rest the other instructions that it gets
   */
  public record Shown(String language, List<Exchange> exchanges, String told, String rest) {
    public Shown {
      exchanges = List.copyOf(exchanges);
    }
  }

  /** What is heard of this voice by somebody who speaks that language. */
  Shown of(ObjectNode voice, Language language) {
    Person person = Portraits.stranger(voice).speaking(language);
    Prompt prompt = prompts.write(request(person, sample(language, "greeting"), true));
    return new Shown(
        language.code(),
        List.of(
            exchange(person, "greeting", true),
            exchange(person, "sadness", false),
            exchange(person, "success", false)),
        sections(prompt, true),
        sections(prompt, false));
  }

  /** What a model is told before it talks with this person. */
  Shown told(Person person) {
    Prompt prompt = prompts.write(request(person, "", false));
    return new Shown(
        person.language().code(), List.of(), sections(prompt, true), sections(prompt, false));
  }

  private Exchange exchange(Person person, String key, boolean first) {
    String sample = sample(person.language(), key);
    return new Exchange(sample, companion.write(request(person, sample, first)).text());
  }

  private String sample(Language language, String key) {
    return samples.say(language, key);
  }

  private static ReplyRequest request(Person person, String words, boolean introduces) {
    return new ReplyRequest(
        person,
        ChannelName.WHATSAPP,
        List.of(),
        List.of(new Incoming(MessageType.TEXT, words)),
        List.of(),
        List.of(),
        ReplyRequest.Tone.ORDINARY,
        introduces);
  }

  private static String sections(Prompt prompt, boolean ofVoice) {
    return prompt.sections().stream()
        .filter(section -> section.title().equals(VOICE) == ofVoice)
        .map(section -> ofVoice ? section.text() : section.title() + "\n" + section.text())
        .collect(Collectors.joining("\n\n"));
  }
}
