package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conversation that a test writes down line by line, a minute between two lines. */
final class Saying {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final PhraseScreen SCREEN = PhraseScreen.load();

  private final List<Utterance> said = new ArrayList<>();

  static Assessment alone(String text) {
    return new Saying().person(text);
  }

  Saying weSaid(String text) {
    said.add(new Utterance(Speaker.GATEWAY, text, now()));
    return this;
  }

  Saying theySaid(String text) {
    said.add(new Utterance(Speaker.PERSON, text, now()));
    return this;
  }

  Assessment person(String text) {
    return SCREEN.assess(new Utterance(Speaker.PERSON, text, now()), said, Optional.empty());
  }

  private Instant now() {
    return START.plusSeconds(60L * said.size());
  }
}
