package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the memory or the goal that belongs to the moment, and puts it into a sentence. */
final class Weaver {
  private static final int LONGEST_QUOTE = 120;
  private static final double WORTH_MENTIONING = 0.4;

  private final Listener listener;
  private final Voice voice;
  private final Said said;
  private final Manner manner;

  Weaver(Listener listener, Voice voice, Said said, Manner manner) {
    this.listener = listener;
    this.voice = voice;
    this.said = said;
    this.manner = manner;
  }

  /**
   * A sentence with a memory that has not been mentioned yet: one that touches what was said, else,
   * now and then, the one that was recalled first.
   */
  Optional<String> memory(List<Memory> memories, Heard heard) {
    List<Memory> open = memories.stream().filter(memory -> mayMention(memory, heard)).toList();
    boolean quiet = said.turns() % 2 == 0 && !heard.isGrave();
    return open.stream()
        .filter(memory -> touches(memory, heard))
        .findFirst()
        .flatMap(memory -> sentence(quote(memory), heard))
        .or(() -> quiet ? open.stream().findFirst().flatMap(this::aside) : Optional.empty());
  }

  /** What one asks an acquaintance about at the door: what they had before them. */
  Optional<String> news(List<Memory> memories, Heard heard) {
    return memories.stream()
        .filter(memory -> memory.type().equals("event") || memory.type().equals("promise"))
        .filter(memory -> mayMention(memory, heard))
        .findFirst()
        .flatMap(memory -> sentence(quote(memory), heard));
  }

  /** Whoever corrects us hears what we know now. */
  Optional<String> setRight(List<Memory> learned) {
    return learned.stream()
        .filter(Memory::setsRight)
        .findFirst()
        .map(memory -> voice.say("memory.right", Map.of("memory", quote(memory))));
  }

  /** All that is remembered, for someone who asks. */
  String list(List<Memory> memories) {
    String mark = voice.language() == Language.CHINESE ? "\uFF1B" : "; ";
    return memories.stream().limit(4).map(this::quote).collect(Collectors.joining(mark));
  }

  /** A sentence about a goal that touches what was said, or that there is good news for. */
  Optional<String> goal(List<String> goals, Heard heard) {
    List<String> open =
        goals.stream().filter(it -> !said.has(Quotation.line(it)) && spares(it, heard)).toList();
    boolean quiet = heard.themes().isEmpty() && !heard.wants(Intent.UNSURE);
    boolean fits = heard.isAbout("progress") || (quiet && said.turns() % 4 == 3);
    return open.stream()
        .filter(goal -> shares(goal, heard))
        .findFirst()
        .flatMap(goal -> voice.fresh("goal.touched", 0, Map.of("goal", Quotation.line(goal))))
        .or(() ->
            open.stream()
                .filter(goal -> fits)
                .findFirst()
                .flatMap(
                    goal -> voice.fresh("goal.kept", 0, Map.of("goal", Quotation.line(goal)))));
  }

  private Optional<String> sentence(String quote, Heard heard) {
    String kind = addressesThem(quote) ? "memory.own" : "memory.noted";
    return voice.fresh(kind, Math.floorMod(heard.words().hashCode(), 3), Map.of("memory", quote));
  }

  /** What does not belong to the moment is not said to, and nobody's name falls out of the blue. */
  private Optional<String> aside(Memory memory) {
    boolean outOfPlace = memory.type().equals("person");
    return memory.importance() >= WORTH_MENTIONING && !outOfPlace
        ? voice.fresh("memory.aside", 0, Map.of("memory", quote(memory)))
        : Optional.empty();
  }

  private boolean mayMention(Memory memory, Heard heard) {
    String quote = quote(memory);
    boolean justTold = heard.words().contains(Wording.words(quote).strip());
    return !quote.isEmpty() && !said.has(quote) && !justTold && spares(quote, heard);
  }

  /** What is to be spared is spoken of only after the person has begun to. */
  private boolean spares(String text, Heard heard) {
    String words = Wording.words(text);
    return manner.customs().spared().stream()
        .noneMatch(spared -> words.contains(spared) && !heard.words().contains(spared));
  }

  private boolean touches(Memory memory, Heard heard) {
    String text = memory.title() + " " + memory.content() + " " + String.join(" ", memory.tags());
    boolean sameTheme =
        !memory.type().equals("person")
            && listener.hear(text, voice.language()).themes().stream()
                .anyMatch(heard.themes()::contains);
    return sameTheme || shares(text, heard);
  }

  private boolean shares(String text, Heard heard) {
    return listener.telling(text, voice.language()).stream().anyMatch(heard.words()::contains);
  }

  private boolean addressesThem(String quote) {
    return listener.addresses(quote, voice.language());
  }

  private String quote(Memory memory) {
    String content = Quotation.line(memory.content());
    String chosen =
        content.isEmpty() || content.length() > LONGEST_QUOTE ? memory.title() : content;
    String quote = Quotation.line(chosen);
    String shortened = quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE) : quote;
    return addressesThem(shortened)
        ? shortened.substring(0, 1).toLowerCase(Locale.ROOT) + shortened.substring(1)
        : shortened;
  }
}
