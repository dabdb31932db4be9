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
   * @return empty when nothing was learned
   */
  public static Optional<Memory> of(List<Memory> learned, Language language) {
    List<String> topics = learned.stream().map(Memory::title).distinct().limit(MOST).toList();
    if (topics.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (language) {
          case ENGLISH -> memory("Your last talk", "you spoke of ", topics, language);
          case SPANISH -> memory("Tu última charla", "hablaste de ", topics, language);
          case PORTUGUESE -> memory("Sua última conversa", "você falou de ", topics, language);
          case FRENCH ->
              memory("Ta dernière discussion", "tu as parlé de ceci : ", topics, language);
          case GERMAN -> memory("Dein letztes Gespräch", "du hast erzählt: ", topics, language);
          case CHINESE -> memory("上次的谈话", "你上次说到：", topics, language);
          case HINDI -> memory("पिछली बातचीत", "आपने बताया था: ", topics, language);
          case ARABIC -> memory("حديثنا الأخير", "حدثتني عن: ", topics, language);
        });
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
