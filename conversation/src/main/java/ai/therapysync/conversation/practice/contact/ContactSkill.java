package ai.therapysync.conversation.practice.contact;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Circle;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.conversation.occasion.ContactChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.YesNo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a person name emergency contacts by chat, see, change and remove them. During an emergency
 * and for a day after it nobody is changed or removed.
 */
public final class ContactSkill implements Skill {
  private static final String OFFER = "contact_offer";

  private final Commands commands = Commands.load(ContactSkill.class, "commands");
  private final YesNo yesNo = new YesNo();
  private final ContactWords words = new ContactWords();
  private final ContactDialog dialog = new ContactDialog(words);

  /** The question that is open once somebody was offered to name a contact. */
  public static Asked offered(Instant now) {
    return new Asked(OFFER, Map.of(), false, now);
  }

  @Override
  public Optional<Step> take(Occasion occasion) {
    if (occasion.climate().heavy()) {
      return Optional.empty();
    }
    Optional<Command> command = commands.find(occasion.words(), occasion.language());
    return command
        .flatMap(it -> obey(occasion, it))
        .or(() -> isNo(occasion, command).flatMap(no -> answered(occasion, no)))
        .or(() -> occasion.asked(OFFER).flatMap(_ -> dialog.toldAtOnce(occasion)))
        .or(() -> dialog.answer(occasion));
  }

  /** A yes to the offer leads on, a no ends what was begun. */
  private Optional<Step> answered(Occasion occasion, boolean no) {
    if (occasion.asked(OFFER).isPresent()) {
      return Optional.of(no ? words.says(occasion, "offer.no") : dialog.askName(occasion));
    }
    return no ? dialog.declined(occasion) : Optional.empty();
  }

  private Optional<Boolean> isNo(Occasion occasion, Optional<Command> command) {
    return command
        .filter(it -> it.name().equals("later"))
        .map(_ -> true)
        .or(() -> yesNo.read(occasion.words(), occasion.language()).map(yes -> !yes));
  }

  private Optional<Step> obey(Occasion occasion, Command command) {
    return switch (command.name()) {
      case "add" ->
          Optional.of(
              command
                  .group(1)
                  .map(name -> dialog.askWay(occasion, name))
                  .orElseGet(() -> dialog.askName(occasion)));
      case "list" -> Optional.of(list(occasion).askingAgain(occasion));
      case "change" -> Optional.of(change(occasion, command.group(1)));
      case "remove" -> Optional.of(remove(occasion, command.group(1)));
      default -> Optional.empty();
    };
  }

  private Step list(Occasion occasion) {
    Circle circle = occasion.work().circle();
    return circle.contacts().isEmpty()
        ? words.says(occasion, "list.none")
        : words.says(occasion, "list", Map.of("list", words.listed(circle)));
  }

  private Step change(Occasion occasion, Optional<String> name) {
    return unchangeable(occasion)
        .orElseGet(() ->
            ContactChoice.meant(occasion, name)
                .map(contact -> dialog.askOtherWay(occasion, contact))
                .orElseGet(() -> dialog.askWhich(occasion, ContactDialog.CHANGE)));
  }

  private Step remove(Occasion occasion, Optional<String> name) {
    return unchangeable(occasion)
        .orElseGet(() ->
            ContactChoice.meant(occasion, name)
                .map(contact -> removed(occasion, contact))
                .orElseGet(() -> dialog.askWhich(occasion, ContactDialog.REMOVE)));
  }

  private Step removed(Occasion occasion, Circle.Named contact) {
    return words
        .says(occasion, "removed", Map.of("name", contact.name()))
        .changing(List.of(new ContactChange.Removed(contact.id())));
  }

  private Optional<Step> unchangeable(Occasion occasion) {
    Circle circle = occasion.work().circle();
    if (circle.kept()) {
      return Optional.of(words.says(occasion, "kept"));
    }
    return circle.contacts().isEmpty()
        ? Optional.of(words.says(occasion, "list.none"))
        : Optional.empty();
  }
}
