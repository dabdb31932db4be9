package ai.therapysync.conversation.practice.contact;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Circle;
import ai.therapysync.conversation.occasion.ContactChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.QuickAnswers.Entry;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.YesNo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The questions about one contact: the name, the way, what they are to the person. */
final class ContactDialog {
  static final String CHANGE = "contact_change";
  static final String REMOVE = "contact_remove";

  private static final String NAME = "contact_name";
  private static final String WAY = "contact_way";
  private static final String RELATION = "contact_relation";
  private static final String ID = "id";
  private static final int ASKED_AGAIN = 2;
  private static final int LONGEST_RELATION = 40;

  private final ContactWords words;
  private final Introduced introduced = new Introduced();
  private final YesNo yesNo = new YesNo();
  private final QuickAnswers quick = new QuickAnswers();

  ContactDialog(ContactWords words) {
    this.words = words;
  }

  Step askName(Occasion occasion) {
    return words.says(occasion, "ask.name").asking(asked(occasion, NAME, Map.of()));
  }

  Step askWay(Occasion occasion, String name) {
    return words
        .says(occasion, "ask.way", Map.of("name", name))
        .asking(asked(occasion, WAY, Map.of("name", name)));
  }

  Step askOtherWay(Occasion occasion, Circle.Named contact) {
    Map<String, String> details = Map.of("name", contact.name(), ID, contact.id().toString());
    return words
        .says(occasion, "ask.way", Map.of("name", contact.name()))
        .asking(asked(occasion, WAY, details));
  }

  Step askWhich(Occasion occasion, String what) {
    List<Entry> entries = words.entries(occasion.work().circle());
    return words
        .says(occasion, "which")
        .asking(asked(occasion, what, Map.of()))
        .listing(quick.names(occasion.language(), entries), entries);
  }

  /** The answer to what was asked; empty when it is ordinary talk. */
  Optional<Step> answer(Occasion occasion) {
    Optional<Asked> open = occasion.asked();
    return switch (open.map(Asked::what).orElse("")) {
      case NAME -> named(occasion);
      case WAY -> reached(occasion, open.orElseThrow());
      case RELATION -> related(occasion, open.orElseThrow());
      case CHANGE ->
          ContactChoice.meant(occasion, Optional.of(occasion.words()))
              .map(contact -> askOtherWay(occasion, contact));
      case REMOVE ->
          ContactChoice.meant(occasion, Optional.of(occasion.words()))
              .map(contact ->
                  words
                      .says(occasion, "removed", Map.of("name", contact.name()))
                      .changing(List.of(new ContactChange.Removed(contact.id()))));
      default -> Optional.empty();
    };
  }

  /** They would rather not answer: what is known is kept. */
  Optional<Step> declined(Occasion occasion) {
    return switch (occasion.asked().map(Asked::what).orElse("")) {
      case NAME, WAY, CHANGE, REMOVE -> Optional.of(words.says(occasion, "offer.no"));
      case RELATION -> Optional.of(done(occasion, name(occasion.asked().orElseThrow())));
      default -> Optional.empty();
    };
  }

  /** Who was only asked whether, and says whom and how, has said yes. */
  Optional<Step> toldAtOnce(Occasion occasion) {
    return Way.in(occasion.words(), occasion.person().region())
        .map(way ->
            way.rest().stream()
                .findFirst()
                .flatMap(said -> introduced.read(said, occasion.language()))
                .map(somebody -> keep(occasion, asked(occasion, WAY, details(somebody)), way))
                .orElseGet(() -> askName(occasion)));
  }

  private Optional<Step> named(Occasion occasion) {
    Optional<Way> way = Way.in(occasion.words(), occasion.person().region());
    if (way.isPresent() && !way.get().rest().isEmpty()) {
      return introduced
          .read(way.get().rest().getFirst(), occasion.language())
          .map(somebody -> keep(occasion, asked(occasion, WAY, details(somebody)), way.get()));
    }
    return introduced
        .read(occasion.words(), occasion.language())
        .map(somebody ->
            words
                .says(occasion, "ask.way", Map.of("name", somebody.name()))
                .asking(asked(occasion, WAY, details(somebody))));
  }

  private static Map<String, String> details(Introduced.Somebody somebody) {
    return somebody
        .relation()
        .map(relation -> Map.of("name", somebody.name(), "relation", relation))
        .orElseGet(() -> Map.of("name", somebody.name()));
  }

  private Optional<Step> reached(Occasion occasion, Asked open) {
    Optional<Way> way = Way.in(occasion.words(), occasion.person().region());
    if (way.isPresent()) {
      return Optional.of(keep(occasion, open, way.get()));
    }
    int tries = Integer.parseInt(open.details().getOrDefault("tries", "0"));
    return Way.isAttempt(occasion.words()) && tries < ASKED_AGAIN
        ? Optional.of(again(occasion, open, tries + 1, "ask.way.again"))
        : Optional.empty();
  }

  private Step keep(Occasion occasion, Asked open, Way way) {
    if (way.phone().filter(occasion.work().circle().own()::contains).isPresent()) {
      return again(occasion, open, 0, "way.own");
    }
    String name = name(open);
    Optional<UUID> known = Optional.ofNullable(open.details().get(ID)).map(UUID::fromString);
    if (known.isPresent()) {
      return words
          .says(occasion, "changed", Map.of("name", name))
          .changing(List.of(new ContactChange.Rerouted(known.get(), way.phone(), way.email())));
    }
    ContactChange.Added contact = new ContactChange.Added(name, way.phone(), way.email());
    return relation(open, way)
        .map(relation ->
            done(occasion, name)
                .changing(List.of(contact, new ContactChange.Related(name, relation))))
        .orElseGet(() ->
            words
                .says(occasion, "ask.relation", Map.of("name", name))
                .asking(asked(occasion, RELATION, Map.of("name", name)))
                .changing(List.of(contact)));
  }

  /** What they are to the person, where that was said beside the name or the number. */
  private static Optional<String> relation(Asked open, Way way) {
    return Optional.ofNullable(open.details().get("relation"))
        .or(() -> way.rest().stream().skip(1).findFirst());
  }

  private Optional<Step> related(Occasion occasion, Asked open) {
    String said = occasion.words().strip().replaceAll("[.!\u3002\u0964]+$", "");
    boolean tellsNothing =
        yesNo.read(said, occasion.language()).isPresent()
            || introduced.tellsNothing(occasion.words(), occasion.language());
    if (tellsNothing) {
      return Optional.of(relationAgain(occasion, open));
    }
    boolean isOne =
        said.length() <= LONGEST_RELATION
            && said.split("\\s+", -1).length <= 4
            && said.codePoints().anyMatch(Character::isLetter)
            && said.indexOf('?') < 0
            && said.indexOf('\n') < 0;
    return isOne && !occasion.climate().leaving()
        ? Optional.of(
            done(occasion, name(open))
                .changing(List.of(new ContactChange.Related(name(open), said))))
        : Optional.empty();
  }

  /** "Yes" is nothing that one is to another; it may be left open, too. */
  private Step relationAgain(Occasion occasion, Asked open) {
    if (open.details().containsKey("tries")) {
      return done(occasion, name(open));
    }
    return words
        .says(occasion, "ask.relation.again", Map.of("name", name(open)))
        .asking(asked(occasion, RELATION, Map.of("name", name(open), "tries", "1")));
  }

  private Step done(Occasion occasion, String name) {
    return words.says(occasion, "done", Map.of("name", name));
  }

  private Step again(Occasion occasion, Asked open, int tries, String key) {
    Map<String, String> details = new HashMap<>(open.details());
    details.put("tries", Integer.toString(tries));
    return words
        .says(occasion, key, Map.of("name", name(open)))
        .asking(asked(occasion, WAY, details));
  }

  private static String name(Asked open) {
    return open.details().getOrDefault("name", "");
  }

  private static Asked asked(Occasion occasion, String what, Map<String, String> details) {
    return new Asked(what, details, false, occasion.now());
  }
}
