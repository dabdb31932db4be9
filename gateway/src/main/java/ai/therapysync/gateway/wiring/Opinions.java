package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.opinion.Opinion;
import ai.therapysync.conversation.opinion.SecondOpinion;
import ai.therapysync.crisis.screening.PhraseScreen;
import ai.therapysync.gateway.config.ConversationSettings;
import ai.therapysync.gateway.config.EncoderSettings;
import ai.therapysync.gateway.config.LanguageModelSettings;
import ai.therapysync.gateway.model.encoder.EncoderOpinion;
import ai.therapysync.gateway.model.encoder.EncoderScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who looks at messages after the embedded screen: the sentence encoder, and the language model by
 * a door of its own, where there is one.
 */
final class Opinions implements AutoCloseable {
  private final Optional<EncoderOpinion> encoder;
  private final Optional<SecondOpinion> model;

  Opinions(ConversationSettings settings) {
    this.encoder =
        settings.encoder() == EncoderSettings.ON
            ? Optional.of(new EncoderOpinion(() -> EncoderScreen.load(PhraseScreen.load())))
            : Optional.empty();
    this.model =
        switch (settings.languageModel()) {
          case LanguageModelSettings.Offline _ -> Optional.empty();
          case LanguageModelSettings.Remote remote ->
              Optional.of(new SecondOpinion(Replies.model(remote), remote.timeout()));
        };
  }

  Optional<Opinion> all() {
    List<Opinion> all = new ArrayList<>();
    encoder.ifPresent(all::add);
    model.ifPresent(all::add);
    return all.isEmpty() ? Optional.empty() : Optional.of(Opinion.gravest(all));
  }

  /** Loads what is slow to load, beside everything else. */
  void start() {
    encoder.ifPresent(EncoderOpinion::start);
  }

  @Override
  public void close() {
    encoder.ifPresent(EncoderOpinion::close);
  }
}
