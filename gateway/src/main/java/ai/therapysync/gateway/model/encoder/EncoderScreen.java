package ai.therapysync.gateway.model.encoder;

import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.screening.Screen;
import ai.therapysync.gateway.telemetry.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears danger in English sentences whose words no family of expressions knows. It is believed up
 * to {@code concern}; up to {@code high} only when it is sure and the first screen heard danger in
 * the person's words of the day before.
 */
public final class EncoderScreen implements Screen, AutoCloseable {
  /** Chosen on messages that other people wrote; how, and what follows, stands in the docs. */
  private static final double CONCERN_FROM = 0.8;

  private static final double HIGH_FROM = 0.9;
  private static final Duration RECENT = Duration.ofHours(24);

  /** What is shorter means nothing without its context. */
  private static final int FEWEST_WORDS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(EncoderScreen.class);

  private final SentenceEncoder encoder;
  private final Head head;
  private final Screen first;
  private final LanguageGuess languages = new LanguageGuess();

  private EncoderScreen(SentenceEncoder encoder, Head head, Screen first) {
    this.encoder = encoder;
    this.head = head;
    this.first = first;
  }

  /**
   * Loads model and head, which takes a second or two.
   *
   * @param first the screen that decides at once
   * @throws IllegalStateException where the machine can't run the model
   */
  public static EncoderScreen load(Screen first) {
    EncoderScreen screen = new EncoderScreen(SentenceEncoder.load(), Head.load(), first);
    screen.encoder.encode("The first sentence is the slowest.");
    return screen;
  }

  @Override
  public Assessment assess(Utterance message, List<Utterance> before, Optional<Language> language) {
    if (!isEnglish(message.text(), language)) {
      return Assessment.none();
    }
    try {
      Head.Impression seen = head.of(encoder.encode(message.text()));
      if (seen.sureness() < CONCERN_FROM) {
        return Assessment.none();
      }
      boolean grave = seen.sureness() >= HIGH_FROM && dangerJustBefore(message, before);
      return assessment(seen, grave ? RiskLevel.HIGH : RiskLevel.CONCERN);
    } catch (IllegalStateException e) {
      LOG.warn("The encoder left a message unjudged: {}", Failures.describe(e));
      return Assessment.none();
    }
  }

  private boolean isEnglish(String text, Optional<Language> usual) {
    if (text.strip().split("\\s+").length < FEWEST_WORDS) {
      return false;
    }
    Optional<Language> guess = languages.guess(text).or(() -> usual);
    boolean latin = text.chars().filter(c -> c > 0x24F && Character.isLetter(c)).count() == 0;
    return latin && guess.filter(it -> it != Language.ENGLISH).isEmpty();
  }

  private boolean dangerJustBefore(Utterance message, List<Utterance> before) {
    return before.stream()
        .filter(said -> said.speaker() == Utterance.Speaker.PERSON)
        .filter(said -> said.at().isAfter(message.at().minus(RECENT)))
        .map(said -> first.assess(said, List.of(), Optional.empty()))
        .anyMatch(seen -> seen.level() != RiskLevel.NONE);
  }

  /**
   * Danger between people is taken to be between people who are close, but only for this message:
   * to remember it, and keep contacts away for weeks, takes more than an impression.
   */
  private static Assessment assessment(Head.Impression seen, RiskLevel level) {
    Category category = seen.likeliest().category();
    boolean close = category == Category.ABUSE || category == Category.HARM_OTHERS;
    Evidence evidence = new Evidence("encoder", category, level, "", List.of());
    return new Assessment(
        level, List.of(category), seen.likeliest().subject(), close, false, List.of(evidence));
  }

  @Override
  public void close() {
    encoder.close();
  }
}
