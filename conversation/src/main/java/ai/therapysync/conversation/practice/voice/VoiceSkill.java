package ai.therapysync.conversation.practice.voice;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.PersonChange;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.QuickAnswers.Entry;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.VoiceOffered;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows the voices that a person can talk with, and lets them choose another. */
public final class VoiceSkill implements Skill {
  private static final String NAME = "voice";
  private static final String DEFAULT = "default";
  private static final int SHOWN = 12;

  private final Phrasebook texts = Phrasebook.load(VoiceSkill.class, "voice");
  private final Commands commands = Commands.load(VoiceSkill.class, "commands");
  private final QuickAnswers quick = new QuickAnswers();

  @Override
  public Optional<Step> take(Occasion occasion) {
    Optional<Step> picked =
        occasion
            .asked(NAME)
            .flatMap(_ -> named(occasion, occasion.words()))
            .map(voice -> chosen(occasion, voice));
    return picked.or(() ->
        commands.find(occasion.words(), occasion.language()).flatMap(it -> obey(occasion, it)));
  }

  private Optional<Step> obey(Occasion occasion, Command command) {
    return switch (command.name()) {
      case "list" -> list(occasion);
      case "default" -> Optional.of(back(occasion));
      default ->
          command
              .group(1)
              .flatMap(name -> named(occasion, name))
              .map(voice -> chosen(occasion, voice));
    };
  }

  private Optional<Step> list(Occasion occasion) {
    List<VoiceOffered> voices = offered(occasion);
    if (voices.isEmpty()) {
      return Optional.of(Step.says(NAME, texts.say(occasion.language(), "none")));
    }
    List<Entry> entries =
        voices.stream().map(voice -> new Entry(voice.name(), about(occasion, voice))).toList();
    return Optional.of(
        Step.says(NAME, texts.say(occasion.language(), "list"))
            .asking(new Asked(NAME, Map.of(), false, occasion.now()))
            .listing(quick.list(occasion.language(), entries), entries));
  }

  private static List<VoiceOffered> offered(Occasion occasion) {
    return occasion.work().voices().stream().limit(SHOWN).toList();
  }

  /** By the number in the list, or by name. */
  private static Optional<VoiceOffered> named(Occasion occasion, String words) {
    String said = words.strip().replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT);
    List<VoiceOffered> voices = offered(occasion);
    if (said.matches("[0-9]{1,2}")) {
      int number = Integer.parseInt(said);
      return number >= 1 && number <= voices.size()
          ? Optional.of(voices.get(number - 1))
          : Optional.empty();
    }
    return occasion.work().voices().stream()
        .filter(voice -> voice.name().strip().toLowerCase(Locale.ROOT).equals(said))
        .findFirst();
  }

  private Step chosen(Occasion occasion, VoiceOffered voice) {
    String text =
        texts.say(
            occasion.language(),
            "chosen",
            Map.of("name", voice.name(), "about", about(occasion, voice)));
    return Step.says(NAME, text).changing(List.of(new PersonChange.PersonalityChosen(voice.id())));
  }

  private Step back(Occasion occasion) {
    return Step.says(NAME, texts.say(occasion.language(), "back"))
        .changing(List.of(new PersonChange.PersonalityChosen(DEFAULT)));
  }

  /** The voices that we ship are described in every language, others as their row says. */
  private String about(Occasion occasion, VoiceOffered voice) {
    String key = "about." + voice.id();
    return texts.has(occasion.language(), key)
        ? texts.say(occasion.language(), key)
        : voice.description();
  }
}
