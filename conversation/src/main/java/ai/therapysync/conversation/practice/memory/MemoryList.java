package ai.therapysync.conversation.practice.memory;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.SessionSummary;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Remembered;
import ai.therapysync.conversation.occasion.Remembered.Entry;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Shows what is remembered, numbered, a page at a time. A number means what it meant when it was
 * shown, whatever has been learned since.
 */
final class MemoryList {
  static final String LIST = MemoryTalk.NAME + "_list";

  private static final String SHOWN = "shown";
  private static final int PAGE = 6;
  private static final int LONGEST = 140;
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,3}");

  private final Phrasebook texts;

  MemoryList(Phrasebook texts) {
    this.texts = texts;
  }

  /** From the beginning. */
  Step first(Occasion occasion) {
    return page(occasion, List.of());
  }

  /** The next page, where a list is open. */
  Optional<Step> more(Occasion occasion) {
    return occasion.asked(LIST).map(asked -> page(occasion, shown(asked)));
  }

  /** What the numbers stand for; empty where no list is open or a number stands for nothing. */
  List<Entry> numbered(Occasion occasion, String numbers) {
    List<UUID> shown = occasion.asked(LIST).map(MemoryList::shown).orElse(List.of());
    return NUMBER
        .matcher(numbers)
        .results()
        .map(found -> Integer.parseInt(found.group()))
        .filter(number -> number >= 1 && number <= shown.size())
        .flatMap(number -> entry(occasion, shown.get(number - 1)).stream())
        .distinct()
        .toList();
  }

  private static Optional<Entry> entry(Occasion occasion, UUID id) {
    return entries(occasion.work().remembered()).stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst();
  }

  private Step page(Occasion occasion, List<UUID> before) {
    List<Entry> all = entries(occasion.work().remembered());
    List<Entry> rest = all.stream().filter(entry -> !before.contains(entry.id())).toList();
    if (rest.isEmpty()) {
      String key = before.isEmpty() ? "none" : "end";
      return Step.says(MemoryTalk.NAME, texts.say(occasion.language(), key));
    }
    List<Entry> page = rest.stream().limit(PAGE).toList();
    List<UUID> shown = new ArrayList<>(before);
    page.forEach(entry -> shown.add(entry.id()));
    return Step.says(
            MemoryTalk.NAME, text(occasion, page, before.size(), rest.size() - page.size()))
        .asking(open(shown, occasion));
  }

  private static Asked open(List<UUID> shown, Occasion occasion) {
    String ids = String.join(" ", shown.stream().map(UUID::toString).toList());
    return new Asked(LIST, Map.of(SHOWN, ids), false, occasion.now());
  }

  private String text(Occasion occasion, List<Entry> page, int before, int left) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      lines.add((before + i + 1) + ". " + line(page.get(i).memory()));
    }
    String list = String.join("\n", lines);
    String end =
        left == 0
            ? ""
            : texts.say(occasion.language(), "more", Map.of("left", Integer.toString(left))) + " ";
    String begin = before == 0 ? texts.say(occasion.language(), "list") + "\n" : "";
    return begin + list + "\n" + end + texts.say(occasion.language(), "hint");
  }

  private static String line(Memory memory) {
    String content = memory.content().isBlank() ? memory.title() : memory.content();
    String one = content.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String shortened = one.length() > LONGEST ? one.substring(0, LONGEST) + "\u2026" : one;
    return shortened.isEmpty()
        ? ""
        : shortened.substring(0, 1).toUpperCase(Locale.ROOT) + shortened.substring(1);
  }

  /** What a talk was about is put together from the rest: it is no memory of its own to them. */
  static List<Entry> entries(Remembered remembered) {
    return remembered.entries().stream()
        .filter(entry -> !entry.memory().type().equals(SessionSummary.TYPE))
        .filter(entry -> !line(entry.memory()).isEmpty())
        .toList();
  }

  private static List<UUID> shown(Asked asked) {
    return Arrays.stream(asked.details().getOrDefault(SHOWN, "").split(" "))
        .filter(id -> !id.isBlank())
        .map(UUID::fromString)
        .toList();
  }
}
