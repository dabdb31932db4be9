package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;

/** What is kept of a talk as a whole when it ends: what it was about. */
public final class SessionSummary {
  private static final String TYPE = "session";
  private static final double IMPORTANCE = 0.3;
  private static final int MOST = 3;

  private SessionSummary() {}

  /**
   * Puts a talk into one memory.
   *
   * @param learned what was learned in it
   * @return empty when nothing was learned, or in a language that nothing is learned in
   */
  public static Optional<Memory> of(List<Memory> learned, Language language) {
    List<String> topics = learned.stream().map(Memory::title).distinct().limit(MOST).toList();
    if (topics.isEmpty()) {
      return Optional.empty();
    }
    return switch (language) {
      case ENGLISH -> Optional.of(memory("Your last talk", "you spoke of ", topics, language));
      case SPANISH -> Optional.of(memory("Tu última charla", "hablaste de ", topics, language));
      case GERMAN ->
          Optional.of(memory("Dein letztes Gespräch", "du hast erzählt: ", topics, language));
      case CHINESE -> Optional.of(memory("上次的谈话", "你上次说到：", topics, language));
      case PORTUGUESE ->
          Optional.of(memory("Sua última conversa", "você falou de ", topics, language));
      case FRENCH ->
          Optional.of(memory("Ta dernière discussion", "tu as parlé de ceci : ", topics, language));
      case HINDI, ARABIC -> Optional.empty();
    };
  }

  private static Memory memory(
      String title, String beginning, List<String> topics, Language language) {
    return new Memory(
        TYPE,
        title,
        beginning + String.join(language == Language.CHINESE ? "；" : "; ", topics),
        List.of(TYPE, language.code()),
        IMPORTANCE);
  }
}
