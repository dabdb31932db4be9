package ai.therapysync.conversation.practice.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.occasion.CheckInChange;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The daily question is switched on and off in every language, and comes at the person's time. */
final class CheckInSkillTest {
  private static final CheckInSkill SKILL = new CheckInSkill();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-03-11T11:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|check in with me every day at 8 pm|20:00",
        "en|Please check in with me daily at 20:30|20:30",
        "en|can you check in on me every evening at 7|19:00",
        "en|check in with me every day in the morning|09:00",
        "en|daily check-in at 9 am|09:00",
        "es|pregúntame cada día a las 8 de la tarde|20:00",
        "es|escríbeme todos los días a las 20:30|20:30",
        "pt|pergunte todo dia às 8 da noite|20:00",
        "pt|me pergunte todos os dias às 9 da manhã|09:00",
        "fr|demande-moi chaque jour à 20 h|20:00",
        "fr|demande-moi chaque jour à 8 heures du soir|20:00",
        "fr|écris-moi tous les jours à 20h30|20:30",
        "de|frag mich jeden Tag um 20 Uhr|20:00",
        "de|Frag mich täglich um 8 Uhr abends, wie es mir geht|20:00",
        "de|frag mich jeden Abend um 8|20:00",
        "zh|每天晚上8点问我|20:00",
        "zh|每天早上9点半问我|09:30",
        "hi|मुझसे रोज़ शाम 8 बजे पूछिए|20:00",
        "ar|اسألني كل يوم الساعة 8 مساء|20:00"
      })
  void itIsSwitchedOn(String language, String words, String time) {
    Step step = SKILL.take(hears(language, words, BusinessHours.always())).orElseThrow();
    CheckInChange.On on = (CheckInChange.On) step.changes().getFirst();
    assertThat(on.at()).isEqualTo(LocalTime.parse(time));
    assertThat(on.next().atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.parse(time));
    assertThat(on.next()).isAfter(NOON).isBefore(NOON.plus(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|no more check-ins",
        "en|stop the daily check-in",
        "es|no más preguntas diarias",
        "pt|chega de perguntas diárias",
        "fr|plus de questions quotidiennes",
        "de|keine täglichen Fragen mehr",
        "zh|不要每天问我了",
        "hi|रोज़ का सवाल बंद कीजिए",
        "ar|أوقف السؤال اليومي"
      })
  void itIsSwitchedOff(String language, String words) {
    Step step = SKILL.take(hears(language, words, BusinessHours.always())).orElseThrow();
    assertThat(step.changes().getFirst()).isInstanceOf(CheckInChange.Off.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop",
        "STOP",
        "no more",
        "check in at the hotel is at 3 pm",
        "I check my phone every day at 8",
        "my mother calls me every day at 8 pm",
        "he asks me every day how I am",
        "every day at 8 pm I feel sad",
        "start",
        "yes",
        "8 pm",
        "ask me anything",
        "write me something nice"
      })
  void talkIsLeftAlone(String words) {
    assertThat(SKILL.take(hears("en", words, BusinessHours.always()))).isEmpty();
  }

  @Test
  void aTimeOutsideTheirHoursIsAskedForAgain() {
    BusinessHours hours =
        new BusinessHours(
            Optional.of(new BusinessHours.Range(LocalTime.of(9, 0), LocalTime.of(17, 0))), BERLIN);
    Step step = SKILL.take(hears("en", "check in with me every day at 8 pm", hours)).orElseThrow();
    assertThat(step.changes()).isEmpty();
    assertThat(step.asks()).isPresent();
    assertThat(step.text()).contains("9:00").contains("5:00");
  }

  @Test
  void itComesAtTheSameTimeOfTheirDayWhereClocksAreSet() {
    LocalTime evening = LocalTime.of(20, 0);
    Instant saturday = CheckIns.next(evening, BERLIN, Instant.parse("2026-03-28T12:00:00Z"));
    assertThat(saturday).isEqualTo("2026-03-28T19:00:00Z");
    Instant sunday = CheckIns.following(evening, BERLIN, saturday, saturday);
    assertThat(sunday).isEqualTo("2026-03-29T18:00:00Z");
    LocalTime missing = LocalTime.of(2, 30);
    Instant before = Instant.parse("2026-03-28T01:30:00Z");
    Instant gap = CheckIns.following(missing, BERLIN, before, before);
    assertThat(gap).isEqualTo("2026-03-29T01:30:00Z");
    assertThat(CheckIns.following(missing, BERLIN, gap, gap)).isEqualTo("2026-03-30T00:30:00Z");
    Instant twice =
        CheckIns.following(
            missing,
            BERLIN,
            Instant.parse("2026-10-24T00:30:00Z"),
            Instant.parse("2026-10-24T00:31:00Z"));
    assertThat(twice).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(CheckIns.following(missing, BERLIN, twice, twice)).isEqualTo("2026-10-26T01:30:00Z");
  }

  @Test
  void itIsNotAskedWhenItDoesNotFit() {
    CheckIns checkIns = new CheckIns();
    Person maya = hears("en", "", BusinessHours.always()).person();
    Optional<Instant> yesterday = Optional.of(NOON.minus(Duration.ofDays(1)));
    Instant since = NOON.minus(Duration.ofDays(5));
    CheckIns.Moment usual = new CheckIns.Moment(maya, NOON, yesterday, since, true);
    assertThat(checkIns.fits(usual, NOON)).isTrue();
    assertThat(checkIns.fits(usual, NOON.plus(Duration.ofHours(3)))).isFalse();
    assertThat(checkIns.fits(new CheckIns.Moment(maya, NOON, yesterday, since, false), NOON))
        .isFalse();
    Optional<Instant> lately = Optional.of(NOON.minus(Duration.ofHours(1)));
    assertThat(checkIns.fits(new CheckIns.Moment(maya, NOON, lately, since, true), NOON)).isFalse();
  }

  @Test
  void theWordsChangeFromDayToDay() {
    CheckIns checkIns = new CheckIns();
    var day = java.time.LocalDate.of(2026, 3, 11);
    for (Language language : Language.values()) {
      assertThat(checkIns.words(language, day, true))
          .isNotEqualTo(checkIns.words(language, day.plusDays(1), true))
          .isNotEqualTo(checkIns.words(language, day, false))
          .contains("10");
    }
  }

  private static Occasion hears(String language, String words, BusinessHours hours) {
    Person person =
        new Person(
            new PersonId(new UUID(0, 1)),
            "Maya",
            Language.of(language).orElseThrow(),
            "DE",
            BERLIN,
            new Settings("default", Duration.ZERO, hours, true, true, true),
            Personality.standard(),
            Culture.standard());
    return new Occasion(person, words, Optional.empty(), Work.nothing(), Climate.clear(), NOON);
  }
}
