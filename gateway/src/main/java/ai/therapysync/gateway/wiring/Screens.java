package ai.therapysync.gateway.wiring;

import ai.therapysync.crisis.screening.HighestOf;
import ai.therapysync.crisis.screening.PhraseScreen;
import ai.therapysync.crisis.screening.Screen;
import ai.therapysync.gateway.config.EncoderSettings;
import ai.therapysync.gateway.model.encoder.EncoderScreen;
import ai.therapysync.gateway.telemetry.Failures;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the product decides by without a language model, as one screen. */
public final class Screens {
  private static final Logger LOG = LoggerFactory.getLogger(Screens.class);

  private Screens() {}

  /** The families of expressions, and the sentence encoder unless it is off or can't run here. */
  public static Screen load(Map<String, String> environment) {
    PhraseScreen phrases = PhraseScreen.load();
    return switch (EncoderSettings.of(environment)) {
      case OFF -> phrases;
      case ON -> withEncoder(phrases);
    };
  }

  private static Screen withEncoder(PhraseScreen phrases) {
    try {
      return new HighestOf(List.of(phrases, EncoderScreen.load(phrases)));
    } catch (IllegalStateException e) {
      LOG.warn("Screening without the sentence encoder: {}", Failures.describe(e));
      return phrases;
    }
  }
}
