package ai.therapysync.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.safety.CheckIn;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.crisis.screening.PhraseScreen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The buttons below "are you safe?" are understood as what they say, in every language. */
final class SafetyAnswersTest {
  private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");
  private static final PhraseScreen SCREEN = PhraseScreen.load();

  private final QuickAnswers quick = new QuickAnswers();
  private final SafeReply words = new SafeReply(CrisisLines.load());
  private final CheckIn checkIn = new CheckIn(words);

  @ParameterizedTest
  @EnumSource
  void whoNeedsHelpIsInDangerAndWhoIsSafeIsNot(Language language) {
    Choices choices = quick.safety(language);
    String safe = choices.all().getFirst().answer();
    String danger = choices.all().getLast().answer();
    assertThat(checkIn.saysSafe(safe)).isTrue();
    assertThat(checkIn.saysSafe(danger)).isFalse();
    questions(language, Subject.SELF)
        .forEach(question -> {
          String shown = choices.numbered(question);
          assertThat(screened(shown, safe, language).level()).as(shown).isEqualTo(RiskLevel.NONE);
          assertThat(screened(shown, danger, language).level())
              .as(shown)
              .isGreaterThanOrEqualTo(RiskLevel.CONCERN);
          assertThat(screened(shown, danger, language).level())
              .as(shown)
              .isGreaterThanOrEqualTo(screened(question, no(language), language).level());
        });
    assertThat(alone(choices.all().getLast().label(), language).level())
        .isGreaterThanOrEqualTo(RiskLevel.CONCERN);
    assertThat(alone(safe, language).level()).isEqualTo(RiskLevel.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void whoAnswersForAnotherIsUnderstood(Language language) {
    Choices choices = quick.safetyOfAnother(language);
    questions(language, Subject.SOMEONE_ELSE)
        .forEach(question -> {
          String shown = choices.numbered(question);
          assertThat(screened(shown, choices.all().getFirst().answer(), language).level())
              .as(shown)
              .isEqualTo(RiskLevel.NONE);
          Assessment danger = screened(shown, choices.all().getLast().answer(), language);
          assertThat(danger.level()).as(shown).isGreaterThanOrEqualTo(RiskLevel.CONCERN);
          assertThat(danger.subject()).as(shown).isEqualTo(Subject.SOMEONE_ELSE);
        });
  }

  /** What stands below a question takes nothing from it: a bare word still answers it. */
  @ParameterizedTest
  @EnumSource
  void aBareNoStillAnswersTheQuestion(Language language) {
    questions(language, Subject.SELF)
        .forEach(question ->
            assertThat(screened(quick.safety(language).numbered(question), no(language), language))
                .as(question)
                .isEqualTo(screened(question, no(language), language)));
  }

  private String no(Language language) {
    return quick.yesNo(language).all().getLast().answer();
  }

  private Stream<String> questions(Language language, Subject subject) {
    Stream<String> replies =
        IntStream.range(0, 12)
            .mapToObj(said ->
                words.write(
                    new SafeReply.Moment(
                        language, "US", "US", RiskLevel.HIGH, Category.SUICIDE, subject, said)));
    return subject == Subject.SELF
        ? Stream.concat(
            replies,
            Stream.of(
                words.helpAnswer(language, "US", "US"),
                checkIn.ask(language, "Maya", "US", "US", 0)))
        : replies;
  }

  private static Assessment screened(String question, String answer, Language language) {
    return SCREEN.assess(
        new Utterance(Speaker.PERSON, answer, NOON.plusSeconds(60)),
        List.of(new Utterance(Speaker.GATEWAY, question, NOON)),
        Optional.of(language));
  }

  private static Assessment alone(String words, Language language) {
    return SCREEN.assess(
        new Utterance(Speaker.PERSON, words, NOON), List.of(), Optional.of(language));
  }
}
