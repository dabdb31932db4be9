package ai.therapysync.gateway.model.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.screening.PhraseScreen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the encoder hears, what it leaves alone, and how far it is believed. */
final class EncoderScreenTest {
  private static final EncoderScreen SCREEN = EncoderScreen.load(PhraseScreen.load());
  private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");
  private static final String PLAIN = "I am going to kill myself and end my life";

  @AfterAll
  static void close() {
    SCREEN.close();
  }

  private static Assessment heard(String text, Utterance... before) {
    return SCREEN.assess(
        new Utterance(Speaker.PERSON, text, NOW), List.of(before), Optional.empty());
  }

  private static Utterance earlier(Speaker speaker, String text, Duration ago) {
    return new Utterance(speaker, text, NOW.minus(ago));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody would lose anything if I were taken out of this world",
        "it would be a kindness to them all if I did not come back from my walk"
      })
  void aQuietCryIsAConcern(String text) {
    Assessment seen = heard(text);
    assertThat(seen.level()).isEqualTo(RiskLevel.CONCERN);
    assertThat(seen.category()).contains(Category.SUICIDE);
    assertThat(seen.evidence()).singleElement().extracting("family").isEqualTo("encoder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we had pancakes and then took the dog to the park",
        "my boss will kill me if the slides are late again",
        "the goal in the last minute nearly gave me a heart attack",
        "I cried a bit when we drove away from the old house",
        "",
        "kill myself",
        "\u0000\uD800 \uFFFF ..."
      })
  void whatIsHarmlessOrTooShortIsNothing(String text) {
    assertThat(heard(text)).isEqualTo(Assessment.none());
  }

  @Test
  void onlyEnglishIsJudged() {
    assertThat(heard("Quiero morirme y no estar m\u00E1s en este mundo con ustedes"))
        .isEqualTo(Assessment.none());
    assertThat(heard("\u6211\u771F\u7684 want to die \u4E86")).isEqualTo(Assessment.none());
    assertThat(
            SCREEN.assess(
                new Utterance(Speaker.PERSON, PLAIN, NOW), List.of(), Optional.of(Language.GERMAN)))
        .as("what is clearly English is judged whatever the person usually writes")
        .extracting(Assessment::level)
        .isEqualTo(RiskLevel.CONCERN);
  }

  @Test
  void itIsBelievedUpToHighOnlyWhereThePersonsOwnWordsOfTheDayAgree() {
    Utterance danger =
        earlier(Speaker.PERSON, "everyone would be better off without me", Duration.ofHours(2));
    assertThat(heard(PLAIN).level()).isEqualTo(RiskLevel.CONCERN);
    assertThat(heard(PLAIN, danger).level()).isEqualTo(RiskLevel.HIGH);
    assertThat(
            heard(PLAIN, earlier(Speaker.PERSON, "what a lovely day", Duration.ofHours(2))).level())
        .isEqualTo(RiskLevel.CONCERN);
    assertThat(heard(PLAIN, earlier(Speaker.PERSON, danger.text(), Duration.ofHours(25))).level())
        .isEqualTo(RiskLevel.CONCERN);
    assertThat(heard(PLAIN, earlier(Speaker.GATEWAY, danger.text(), Duration.ofHours(1))).level())
        .as("our own question is not the person's word")
        .isEqualTo(RiskLevel.CONCERN);
  }

  @Test
  void somebodyElsesDangerIsTheirs() {
    Assessment seen = heard("my brother says he wants to kill himself and won't open the door");
    assertThat(seen.subject()).isEqualTo(Subject.SOMEONE_ELSE);
  }

  @Test
  void anImpressionOfAbuseIsNotRemembered() {
    Assessment seen = heard("my husband hits me and I am scared of what he will do tonight");
    assertThat(seen.category()).contains(Category.ABUSE);
    assertThat(seen.closeDanger()).isTrue();
    assertThat(seen.closeDangerOfAbuse()).isFalse();
  }
}
