package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of a talk as a whole when it ends: what it was about. */
public final class SessionSummary {
  /** The type of such a memory; the next talk's takes its place. */
  public static final String TYPE = "session";

  private static final double IMPORTANCE = 0.3;
  private static final int MOST = 3;

  private final Phrasebook texts = Phrasebook.load(SessionSummary.class, "talk");

  /**
   * Puts a talk into one memory.
   *
   * @param learned what was learned in it
   * @return empty when nothing was learned
   */
  public Optional<Memory> of(List<Memory> learned, Language language) {
    List<String> topics =
        learned.stream()
            .filter(memory -> !memory.type().equals(TYPE))
            .map(Memory::title)
            .distinct()
            .limit(MOST)
            .toList();
    return topics.isEmpty() ? Optional.empty() : Optional.of(memory(topics, language));
  }

  private Memory memory(List<String> topics, Language language) {
    String between = language == Language.CHINESE ? "\uFF1B" : "; ";
    String about = texts.say(language, "about", Map.of("list", String.join(between, topics)));
    return new Memory(
        TYPE,
        texts.say(language, "title"),
        about,
        List.of(TYPE, language.code(), Memory.ABOUT + TYPE),
        IMPORTANCE);
  }
}
