package ai.therapysync.crisis.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.Notice.Coded;
import ai.therapysync.crisis.notice.Notice.Page;
import ai.therapysync.crisis.notice.Notice.Reason;
import ai.therapysync.crisis.notice.Notice.Strength;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.crisis.safety.Books;
import ai.therapysync.crisis.safety.Gsm7;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeWriterTest {
  private static final String LINK =
      "https://gateway.example.org/respond/" + "aB3_".repeat(13) + "xy";

  private static final Fix FIX = new Fix(-52.516275, 113.377704, Instant.EPOCH);

  private final NoticeWriter writer = new NoticeWriter();

  @Test
  void everyTextStandsInEveryLanguageWithTheSameValues() {
    Books.assertComplete(NoticeWriter.class, "Notices");
    assertThat(LINK).hasSize(90);
  }

  @Test
  void aPageSaysWhoWhatToDoAndHowToAnswer() {
    String text = message(page("Maya", Strength.CALM, Optional.empty()), Language.ENGLISH);
    assertThat(text)
        .startsWith("Maya needs you.")
        .contains("call", "emergency number", "reply 1;", "reply 2:", LINK);
    assertThat(message(page("Maya", Strength.NOW, Optional.empty()), Language.ENGLISH))
        .contains("NOW");
    assertThat(message(page("Maya", Strength.GRAVER, Optional.empty()), Language.ENGLISH))
        .contains("MORE URGENT");
  }

  @Test
  void aPageWithACodeAsksForTheCode() {
    assertThat(message(page("Maya", Strength.CALM, Optional.of("A")), Language.ENGLISH))
        .contains("reply 1A", "reply 2A");
  }

  @Test
  void aBareAnswerToSeveralPagesIsAskedWhich() {
    Notice which = new Notice.WhichOne(List.of(new Coded("A", "Maya"), new Coded("B", "Tom")));
    assertThat(message(which, Language.ENGLISH)).contains("1A for Maya or 1B for Tom", "2A", "2B");
    for (Language language : Language.values()) {
      assertThat(message(which, language)).contains("1A", "1B", "2A", "2B", "Maya", "Tom");
    }
  }

  @Test
  void theReceiptSaysHowToTakeItBack() {
    assertThat(message(new Notice.Receipt("Maya", LINK), Language.ENGLISH))
        .contains("not you? reply 2");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pagesCarryNameAnswersAndLinkInEveryLanguage(Language language) {
    for (Strength strength : Strength.values()) {
      assertThat(message(page("Maya", strength, Optional.empty()), language))
          .contains("Maya", "1", "2", LINK)
          .hasSizeLessThanOrEqualTo(400);
      NoticeWords mail =
          writer.write(page("Maya", strength, Optional.empty()), language, Medium.MAIL);
      assertThat(mail.text()).startsWith(LINK + "\n").contains("Maya");
      assertThat(mail.subject()).contains("Maya");
    }
  }

  @Test
  void englishAndSpanishMessagesFitTwoSegmentsOfTheGsmAlphabet() {
    for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
      for (Strength strength : Strength.values()) {
        String text = message(page("Maya", strength, Optional.of("A")), language);
        assertThat(text).hasSizeLessThanOrEqualTo(320);
        assertThat(Gsm7.misfit(text)).as(text).isEmpty();
      }
    }
    for (Notice notice : everything("Maya")) {
      if (!(notice instanceof Notice.OperatorAlert)) {
        String text = message(notice, Language.ENGLISH);
        assertThat(Gsm7.misfit(text)).as(text).isEmpty();
        assertThat(text).hasSizeLessThanOrEqualTo(320);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyNoticeIsWholeWithAndWithoutAName(Language language) {
    for (String name : List.of("Maya", "")) {
      for (Notice notice : everything(name)) {
        for (Medium medium : Medium.values()) {
          NoticeWords words = writer.write(notice, language, medium);
          for (String text : List.of(words.subject(), words.text())) {
            assertThat(text)
                .isNotBlank()
                .isEqualTo(text.strip())
                .doesNotContain("{", "}", "''", "  ", "null");
          }
          assertThat(words.subject()).doesNotContain("\n", LINK);
        }
      }
    }
  }

  @Test
  void withoutANameTheContactStillLearnsWhy() {
    assertThat(message(page("", Strength.CALM, Optional.empty()), Language.ENGLISH))
        .startsWith("Someone who named you as emergency contact needs you.")
        .doesNotContain("You are their emergency contact");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void contactsAndFamilyReadNoWordOfTheKindOfDanger(Language language) {
    List<String> telling =
        List.of(
            "suicid",
            "selbstmord",
            "suizid",
            "自杀",
            "आत्महत्या",
            "انتحار",
            "abus",
            "maltrat",
            "missbrauch",
            "虐待",
            "kill",
            "harm",
            "overdos",
            "sobredosis",
            "crisis",
            "krise",
            "therap",
            "terap",
            "thérap",
            "psych",
            "psiq",
            "chat",
            "mental");
    for (Notice notice : everything("Maya")) {
      if (!(notice instanceof Notice.OperatorAlert)) {
        for (Medium medium : Medium.values()) {
          NoticeWords words = writer.write(notice, language, medium);
          assertThat(
                  (words.subject() + " " + words.text()).replace(LINK, "").toLowerCase(Locale.ROOT))
              .doesNotContain(telling);
        }
      }
    }
  }

  @Test
  void operatorsLearnReasonWhatToDoReferenceAndPlace() {
    Notice alert = new Notice.OperatorAlert(Reason.UNANSWERED, "inc-7", LINK);
    NoticeWords mail = writer.write(alert, Language.ENGLISH, Medium.MAIL);
    assertThat(mail.subject()).contains("inc-7");
    assertThat(mail.text())
        .contains("Nobody has answered", "take the incident over", "inc-7", LINK);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aContactIsAskedBeforehandByFirstNameAndAnswersOneOrTwo(Language language) {
    assertThat(message(new Notice.ContactCheck("Maya", LINK), language)).contains("Maya", "1", "2");
    assertThat(message(new Notice.ContactCheckThanks("Maya", true), language)).contains("2");
    assertThat(message(new Notice.ContactCheckThanks("Maya", false), language)).contains("1");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aPlaceStandsInTheMessageWithItsAgeAndInAMailOnlyBehindTheLink(Language language) {
    Notice place = new Notice.Place("Maya", FIX, Duration.ofMinutes(7), LINK);
    assertThat(message(place, language))
        .contains("Maya", "-52.51628, 113.37770", FIX.map(), LINK, "7")
        .doesNotContain("reply");
    String mail = writer.write(place, language, Medium.MAIL).text();
    assertThat(mail).startsWith(LINK + "\n").contains("7").doesNotContain("52.51");
    assertThat(place.toString() + FIX).doesNotContain("52", "Maya");
  }

  private String message(Notice notice, Language language) {
    return writer.write(notice, language, Medium.MESSAGE).text();
  }

  private static Page page(String name, Strength strength, Optional<String> code) {
    return new Page(name, strength, code, LINK);
  }

  private static List<Notice> everything(String name) {
    List<Notice> all = new ArrayList<>();
    for (Strength strength : Strength.values()) {
      all.add(page(name, strength, Optional.empty()));
      all.add(page(name, strength, Optional.of("B")));
    }
    all.add(new Notice.AnswerPrompt(name));
    all.add(new Notice.WhichOne(List.of(new Coded("A", name), new Coded("B", "Tom"))));
    all.add(new Notice.Receipt(name, LINK));
    all.add(new Notice.MovedOn(name));
    all.add(new Notice.SomeoneIsWithIt(name));
    all.add(new Notice.Over(name));
    all.add(new Notice.ReachedQuestion(name, LINK));
    all.add(new Notice.FurtherCry(name, LINK));
    for (Duration ago : List.of(Duration.ZERO, Duration.ofMinutes(7), Duration.ofHours(3))) {
      all.add(new Notice.Place(name, FIX, ago, LINK));
    }
    all.add(new Notice.ContactCheck(name, LINK));
    all.add(new Notice.ContactCheckAgain(name));
    all.add(new Notice.ContactCheckThanks(name, true));
    all.add(new Notice.ContactCheckThanks(name, false));
    all.add(new Notice.FamilyAlert(name, false));
    all.add(new Notice.FamilyAlert(name, true));
    for (Reason reason : Reason.values()) {
      all.add(new Notice.OperatorAlert(reason, "inc-7", LINK));
    }
    return all;
  }
}
