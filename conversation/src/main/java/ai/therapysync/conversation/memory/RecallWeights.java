package ai.therapysync.conversation.memory;

/**
 * How recall ranks memories: {@code RELEVANCE * relevance + IMPORTANCE * importance + RECENCY *
 * recency}, each part from 0 to 1.
 *
 * <p>What fits the moment comes first; importance decides between equals; recency only breaks ties,
 * since what matters to a person does not fade within weeks.
 */
public final class RecallWeights {
  /**
   * Weight of full-text relevance to the waiting messages, as {@code hits / (hits + 0.5)}: how many
   * of their words, by the rules of the person's language, the memory holds.
   */
  public static final double RELEVANCE = 0.60;

  /** Weight of {@code importance_score}. */
  public static final double IMPORTANCE = 0.25;

  /** Weight of recency, which halves every {@link #HALF_LIFE_DAYS}. */
  public static final double RECENCY = 0.15;

  /** After so many days without an update a memory's recency is a half. */
  public static final int HALF_LIFE_DAYS = 30;

  /** So many memories are recalled for a turn. */
  public static final int RECALLED = 6;

  private RecallWeights() {}

  /**
   * The same formula as the query's, for comparison and tests.
   *
   * @param hits words of the messages that the memory holds
   */
  public static double score(int hits, double importance, double daysOld) {
    double relevance = hits / (hits + 0.5);
    double recency = Math.pow(0.5, Math.max(0, daysOld) / HALF_LIFE_DAYS);
    return RELEVANCE * relevance + IMPORTANCE * Math.clamp(importance, 0, 1) + RECENCY * recency;
  }
}
