package ai.therapysync.conversation.practice.memory;

import ai.therapysync.conversation.memory.Dating;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.Remembering;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.conversation.occasion.MemoryChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Remembered.Entry;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.YesNo;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a person what is remembered about them, sets it right, and forgets it: one thing at once,
 * everything after a yes. What was forgotten can be brought back for a day. No answer repeats what
 * is to be forgotten.
 */
public final class MemorySkill implements Skill {
  private static final String NAME = MemoryTalk.NAME;
  private static final String EVERYTHING = NAME + "_everything";
  private static final String RIGHT = NAME + "_right";

  private final Phrasebook texts = Phrasebook.load(MemorySkill.class, "memory");
  private final MemoryTalk talk = new MemoryTalk();
  private final MemoryList list = new MemoryList(texts);
  private final Remembering remembering = new Remembering();
  private final Sought sought = new Sought(remembering);
  private final YesNo yesNo = new YesNo();
  private final QuickAnswers quick = new QuickAnswers();

  @Override
  public Optional<Step> take(Occasion occasion) {
    return confirmed(occasion)
        .or(() ->
            talk.find(occasion.words(), occasion.language()).flatMap(it -> obey(occasion, it)))
        .or(() -> occasion.asked(RIGHT).flatMap(_ -> told(occasion, occasion.words(), List.of())));
  }

  private Optional<Step> confirmed(Occasion occasion) {
    return occasion
        .asked(EVERYTHING)
        .flatMap(
            _ -> yesNo.read(occasion.words(), occasion.language()).or(() -> takenBack(occasion)))
        .map(yes ->
            yes
                ? says(occasion, "everything.done")
                    .changing(List.of(new MemoryChange.ForgottenEverything()))
                : says(occasion, "everything.kept"));
  }

  /** Who takes the wish back says no. */
  private Optional<Boolean> takenBack(Occasion occasion) {
    return talk.find(occasion.words(), occasion.language())
        .filter(command -> command.name().equals("undo") || command.name().equals("bring_back"))
        .map(_ -> false);
  }

  private Optional<Step> obey(Occasion occasion, Command command) {
    String words = command.group(1).orElse("");
    return switch (command.name()) {
      case "list" -> Optional.of(list.first(occasion));
      case "more" -> list.more(occasion);
      case "forget_number" -> forgetNumbered(occasion, words);
      case "wrong_number" -> wrong(occasion, words, command.group(2));
      case "wrong" -> told(occasion, words, List.of());
      case "forget_that" -> Optional.of(forgetThat(occasion));
      case "forget_about" -> Optional.of(forget(occasion, sought.find(occasion, words)));
      case "forget_mine" ->
          Optional.of(sought.find(occasion, words))
              .filter(found -> !found.isEmpty())
              .map(found -> forget(occasion, found));
      case "forget_everything" ->
          Optional.of(
              ask(occasion, "everything.ask", EVERYTHING)
                  .offering(quick.yesNo(occasion.language())));
      case "bring_back" -> Optional.of(bringBack(occasion));
      case "undo" ->
          occasion.work().remembered().canComeBack() && !isAskedElse(occasion)
              ? Optional.of(bringBack(occasion))
              : Optional.empty();
      default -> throw new IllegalStateException("No such command: " + command.name());
    };
  }

  /** Where something else has been asked, the number may be one of another list. */
  private Optional<Step> forgetNumbered(Occasion occasion, String numbers) {
    List<Entry> meant = list.numbered(occasion, numbers);
    if (!meant.isEmpty()) {
      return Optional.of(forget(occasion, meant));
    }
    return isAskedElse(occasion) ? Optional.empty() : Optional.of(which(occasion));
  }

  private static boolean isAskedElse(Occasion occasion) {
    return occasion.asked().filter(asked -> !asked.what().startsWith(NAME)).isPresent();
  }

  private Step forgetThat(Occasion occasion) {
    return forget(
        occasion,
        MemoryList.entries(occasion.work().remembered()).stream().filter(Entry::justNow).toList());
  }

  private Step forget(Occasion occasion, List<Entry> meant) {
    String key = meant.isEmpty() ? "gone.nothing" : meant.size() == 1 ? "gone.one" : "gone.many";
    Map<String, String> count = Map.of("count", Integer.toString(meant.size()));
    return Step.says(NAME, texts.say(occasion.language(), key, count))
        .changing(List.of(forgotten(meant)));
  }

  private static MemoryChange forgotten(List<Entry> meant) {
    return new MemoryChange.Forgotten(meant.stream().map(Entry::id).toList());
  }

  private Step which(Occasion occasion) {
    Step shown = list.first(occasion);
    return shown.asks().isEmpty()
        ? shown
        : Step.says(NAME, texts.say(occasion.language(), "which") + "\n" + shown.text())
            .asking(shown.asks().get());
  }

  private Optional<Step> wrong(Occasion occasion, String number, Optional<String> right) {
    List<Entry> meant = list.numbered(occasion, number);
    if (meant.isEmpty()) {
      return occasion.asked(MemoryList.LIST).map(_ -> which(occasion));
    }
    return right
        .flatMap(words -> told(occasion, words, meant))
        .or(() ->
            Optional.of(ask(occasion, "wrong.ask", RIGHT).changing(List.of(forgotten(meant)))));
  }

  /** What sets something right is told back, so that it can be seen to have been understood. */
  private Optional<Step> told(Occasion occasion, String words, List<Entry> instead) {
    List<Memory> learned =
        remembering.learnRight(words, occasion.language()).stream()
            .map(memory -> Dating.dated(memory, occasion.person().zone(), occasion.now()))
            .toList();
    if (learned.isEmpty() || occasion.climate().heavy()) {
      return Optional.empty();
    }
    List<Change> changes = new ArrayList<>();
    if (!instead.isEmpty()) {
      changes.add(forgotten(instead));
    }
    changes.add(new MemoryChange.Told(learned));
    String facts = String.join("; ", learned.stream().map(Memory::content).toList());
    return Optional.of(
        Step.says(NAME, texts.say(occasion.language(), "corrected", Map.of("facts", facts)))
            .changing(changes));
  }

  private Step bringBack(Occasion occasion) {
    return occasion.work().remembered().canComeBack()
        ? says(occasion, "back.done").changing(List.of(new MemoryChange.BroughtBack()))
        : says(occasion, "back.none");
  }

  private Step ask(Occasion occasion, String key, String what) {
    return says(occasion, key).asking(new Asked(what, Map.of(), false, occasion.now()));
  }

  private Step says(Occasion occasion, String key) {
    return Step.says(NAME, texts.say(occasion.language(), key));
  }
}
