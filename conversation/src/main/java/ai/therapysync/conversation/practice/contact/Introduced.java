package ai.therapysync.conversation.practice.contact;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.conversation.person.NameReader;
import ai.therapysync.crisis.language.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who somebody is: "my sister Anna" is Anna, and a sister. */
final class Introduced {
  /** A name behind words that are none: what begins small, or with "my". */
  private static final Pattern LAST_NAMES =
      Pattern.compile(
          "^(?:\\p{Ll}|(?:My|Mi|Mon|Ma|Mein|Meine|Meu|Minha|Add)\\b).*?"
              + "(?<= )(\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*)*)$");

  private final Commands people = Commands.load(Introduced.class, "people");
  private final NameReader names = new NameReader();

  /** Somebody. Private: never printed. */
  record Somebody(String name, Optional<String> relation) {
    @Override
    public String toString() {
      return "Somebody[private]";
    }
  }

  /** Empty where no name is said. */
  Optional<Somebody> read(String said, Language language) {
    return people
        .findIn(said, language)
        .filter(found -> !found.name().equals("none"))
        .flatMap(this::introduced)
        .or(() -> names.read(proper(said)).map(name -> new Somebody(name, Optional.empty())));
  }

  /** Whether the words tell nothing of what somebody is to a person. */
  boolean tellsNothing(String said, Language language) {
    return people.find(said, language).filter(found -> found.name().equals("none")).isPresent();
  }

  private Optional<Somebody> introduced(Command found) {
    boolean relationFirst = found.name().equals("person");
    return found
        .group(relationFirst ? 2 : 1)
        .flatMap(names::read)
        .map(Introduced::capitalised)
        .map(name -> new Somebody(name, found.group(relationFirst ? 1 : 2)));
  }

  private static String capitalised(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
  }

  /** "My brother Carlos" is Carlos, in scripts that have capitals. */
  private static String proper(String said) {
    Matcher name = LAST_NAMES.matcher(said);
    return name.find() ? name.group(1) : said;
  }
}
