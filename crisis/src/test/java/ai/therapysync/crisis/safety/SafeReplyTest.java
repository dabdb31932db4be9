package ai.therapysync.crisis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.SafeReply.Moment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafeReplyTest {
  private static final List<RiskLevel> EMERGENCIES = List.of(RiskLevel.HIGH, RiskLevel.IMMINENT);

  private final CrisisLines lines = CrisisLines.load();
  private final SafeReply replies = new SafeReply(lines);

  @Test
  void everyTextStandsInEveryLanguageWithTheSameValues() {
    Books.assertComplete(SafeReply.class, "SafeReply");
    Books.assertComplete(ControlWords.class, "ControlWords");
  }

  @Test
  void theFirstReplyNamesTheLinesAsksForSafetyAndStays() {
    String text = replies.write(english("US", RiskLevel.HIGH, Category.SUICIDE, 0));
    assertThat(text)
        .contains("seriously", "988", "call or text", "911", "out of reach", "I'm here with you")
        .endsWith("Are you safe right now?")
        .hasSizeLessThanOrEqualTo(306);
  }

  @Test
  void whenEveryMinuteCountsTheEmergencyNumberComesFirst() {
    String text = replies.write(english("GB", RiskLevel.IMMINENT, Category.SUICIDE, 0));
    assertThat(text).startsWith("Please call 999 right now").contains("116 123");
    assertThat(replies.write(english("GB", RiskLevel.HIGH, Category.MEDICAL, 0)))
        .startsWith("Call 999 NOW");
  }

  @Test
  void abuseIsAnsweredWithCareForWhoReadsAlong() {
    String text = replies.write(english("US", RiskLevel.HIGH, Category.ABUSE, 0));
    assertThat(text).contains("1-800-799-7233", "if it is safe to", "this phone", "not your fault");
  }

  @Test
  void someoneElseInDangerIsHelpedThroughThePersonWhoWrites() {
    String text =
        replies.write(
            new Moment(
                Language.ENGLISH,
                "US",
                "US",
                RiskLevel.IMMINENT,
                Category.SUICIDE,
                Subject.SOMEONE_ELSE,
                0));
    assertThat(text).contains("911", "stay with them").endsWith("Are they safe right now?");
  }

  @Test
  void whereNoLineIsKnownNoneIsInvented() {
    String text = replies.write(english("ZZ", RiskLevel.HIGH, Category.SUICIDE, 0));
    assertThat(text).contains("your local emergency number").doesNotContainPattern("[0-9]");
    for (Language language : Language.values()) {
      assertThat(replies.write(moment(language, "ZZ", RiskLevel.HIGH, Category.SUICIDE, 0)))
          .doesNotContainPattern("\\d");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSameWordsNeverComeTwiceInAnIncident(Language language) {
    for (String region : List.of("US", "ZZ")) {
      for (Subject subject : Subject.values()) {
        for (Category category : Category.values()) {
          Map<String, String> seen = new HashMap<>();
          for (RiskLevel level : EMERGENCIES) {
            for (int said = 0; said <= 220; said++) {
              Moment moment = new Moment(language, region, region, level, category, subject, said);
              String before = seen.put(replies.write(moment), level + " " + said);
              boolean fresh = before == null || before.endsWith(" " + said);
              assertThat(fresh).as("%s repeats %s", moment, before).isTrue();
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyReplyIsShortWholeAndEndsWithAQuestion(Language language) {
    Set<Integer> lengths = new HashSet<>();
    Set<String> regions = new HashSet<>(lines.regions());
    regions.add("ZZ");
    for (String region : regions) {
      everyMoment(
          language,
          region,
          4,
          text -> {
            assertWhole(text);
            assertThat(text).matches("(?s).*[?？؟]");
            lengths.add(text.length());
          });
    }
    assertThat(lengths).allMatch(length -> length <= 600);
  }

  @Test
  void englishKeepsToTheGsmAlphabetInEveryCountry() {
    for (String region : lines.regions()) {
      Consumer<String> fits = text -> assertThat(Gsm7.misfit(text)).as(text).isEmpty();
      everyMoment(Language.ENGLISH, region, 12, fits);
      smallSentences(Language.ENGLISH, region, fits);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void smallSentencesNameTheLine(Language language) {
    smallSentences(language, "US", text -> assertThat(text).contains("988", "911"));
    smallSentences(language, "ZZ", SafeReplyTest::assertWhole);
    assertThat(replies.helpAnswer(language, "US", "US")).contains("988").matches("(?s).*[?？؟]");
  }

  @Test
  void aConcernIsAskedAboutDirectly() {
    String text = replies.concern(Language.ENGLISH, "US", "US", Category.SUICIDE, 0);
    assertThat(text).contains("988").endsWith("are you thinking of ending your life?");
    assertThat(replies.concern(Language.ENGLISH, "US", "US", Category.SUICIDE, 1))
        .isNotEqualTo(text);
    assertThat(replies.concernForAnother(Language.ENGLISH, "US", "US", 0)).contains("are they");
  }

  @Test
  void theLineComesBackEveryFewMessages() {
    for (int said = 3; said < 60; said += 3) {
      assertThat(replies.write(english("US", RiskLevel.HIGH, Category.SUICIDE, said)))
          .contains("988");
    }
    for (int said = 1; said < 60; said++) {
      assertThat(replies.write(english("US", RiskLevel.IMMINENT, Category.SUICIDE, said)))
          .contains("911");
    }
  }

  @Test
  void theProgramNeverCallsItselfATherapistAndPromisesNoSecret() {
    List<String> forbidden =
        List.of(
            "therap",
            "terap",
            "thérap",
            "治疗师",
            "चिकित्सक",
            "معالج",
            "secret",
            "confidential",
            "confidencial",
            "geheim",
            "保密");
    for (Language language : Language.values()) {
      Books.read(SafeReply.class, "SafeReply", language)
          .values()
          .forEach(text ->
              assertThat(text.toString().toLowerCase(Locale.ROOT)).doesNotContain(forbidden));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, US", "ENGLISH, GB", "SPANISH, ES", "SPANISH, MX", "PORTUGUESE, BR", "PORTUGUESE, PT",
    "FRENCH, FR", "GERMAN, DE", "GERMAN, AT", "CHINESE, CN", "HINDI, IN", "ARABIC, EG"
  })
  void theFirstReplyIsAFewShortMessagesAtHome(Language language, String region) {
    everyMoment(
        language,
        region,
        1,
        text -> {
          boolean gsm = Gsm7.misfit(text).isEmpty();
          assertThat(text).hasSizeLessThanOrEqualTo(gsm ? 4 * 153 : 6 * 67);
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void twoRepliesInARowShareNoSentence(Language language) {
    for (RiskLevel level : EMERGENCIES) {
      for (Subject subject : Subject.values()) {
        for (Category category : Category.values()) {
          Set<String> before = Set.of();
          for (int said = 0; said < 30; said++) {
            Moment moment = new Moment(language, "AU", "AU", level, category, subject, said);
            Set<String> sentences = sentences(replies.write(moment));
            assertThat(sentences)
                .as("%s", moment)
                .hasSizeGreaterThan(1)
                .noneMatch(before::contains);
            before = sentences;
          }
        }
      }
    }
  }

  @Test
  void inAMedicalEmergencyEveryReplyNamesTheEmergencyNumber() {
    assertThat(replies.write(english("AU", RiskLevel.HIGH, Category.MEDICAL, 0)))
        .contains("000", "13 11 26 (Poisons Information)")
        .doesNotContain("13 11 14");
    for (int said = 0; said < 30; said++) {
      assertThat(replies.write(english("AU", RiskLevel.IMMINENT, Category.MEDICAL, said)))
          .contains("000");
    }
    assertThat(replies.write(english("AU", RiskLevel.IMMINENT, Category.MEDICAL, 4)))
        .contains("13 11 14");
  }

  @Test
  void someoneUnwellIsHelpedByWhoWrites() {
    Moment moment =
        new Moment(
            Language.ENGLISH,
            "GB",
            "GB",
            RiskLevel.IMMINENT,
            Category.MEDICAL,
            Subject.SOMEONE_ELSE,
            1);
    assertThat(replies.write(moment)).contains("999", "on their side").endsWith("they are?");
  }

  @Test
  void aLineForYoungPeopleIsNamedFromTimeToTime() {
    for (Category category : List.of(Category.SUICIDE, Category.SELF_HARM, Category.ABUSE)) {
      assertThat(replies.write(english("GB", RiskLevel.HIGH, category, 9)))
          .contains("under 18", "0800 1111", "999");
    }
    assertThat(replies.write(english("GB", RiskLevel.HIGH, Category.HARM_OTHERS, 9)))
        .doesNotContain("0800 1111");
  }

  @Test
  void groupsOfANumberKeepTheirOrderAmongArabicLetters() {
    String mark = "\u200E";
    assertThat(replies.write(moment(Language.ARABIC, "GB", RiskLevel.HIGH, Category.SUICIDE, 0)))
        .contains(mark + "116 123" + mark, " 999");
    assertThat(replies.write(moment(Language.ARABIC, "US", RiskLevel.HIGH, Category.ABUSE, 0)))
        .contains(mark + "1-800-799-7233" + mark);
  }

  @Test
  void germanReadsForeignNamesWithoutTheirAccents() {
    assertThat(replies.write(moment(Language.GERMAN, "AR", RiskLevel.HIGH, Category.SUICIDE, 0)))
        .contains("Linea de salud mental");
    assertThat(replies.write(moment(Language.SPANISH, "AR", RiskLevel.HIGH, Category.SUICIDE, 0)))
        .contains("Línea de salud mental");
  }

  @Test
  void noTextNamesAMethod() {
    Pattern methods =
        Pattern.compile(
            "(?U)\\b(hang|rope|knife|blade|gun|pills?|tablets?|overdose|bridge|jump|drown"
                + "|pastillas?|cuchillo|pistola|soga|puente|sobredosis"
                + "|comprimidos?|faca|arma de fogo|corda|ponte|overdose"
                + "|cachets?|comprimés?|couteau|corde|pont|pistolet"
                + "|tabletten?|messer|seil|brücke|pistole|überdosis)\\b"
                + "|刀|药片|绳|跳楼|上吊|桥|गोली|चाकू|रस्सी|फाँसी|حبوب|سكين|حبل|جسر",
            Pattern.CASE_INSENSITIVE);
    for (Language language : Language.values()) {
      Books.read(SafeReply.class, "SafeReply", language)
          .values()
          .forEach(text -> assertThat(text.toString()).doesNotContainPattern(methods));
    }
  }

  private static Set<String> sentences(String text) {
    return Arrays.stream(text.split("(?<=[.!?\u061F\u0964])\\s|(?<=[\u3002\uFF1F])", -1))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.toSet());
  }

  private void everyMoment(Language language, String region, int messages, Consumer<String> check) {
    for (RiskLevel level : EMERGENCIES) {
      for (Subject subject : Subject.values()) {
        for (Category category : Category.values()) {
          for (int said = 0; said < messages; said++) {
            check.accept(
                replies.write(
                    new Moment(language, region, region, level, category, subject, said)));
          }
        }
      }
    }
  }

  private void smallSentences(Language language, String region, Consumer<String> check) {
    check.accept(replies.offer(language, region, region));
    check.accept(replies.crisisLineSentence(language, region, region));
    check.accept(replies.helpAnswer(language, region, region));
    for (int variant = 0; variant < 15; variant++) {
      check.accept(replies.concern(language, region, region, Category.SUICIDE, variant));
    }
  }

  private static void assertWhole(String text) {
    assertThat(text).doesNotContain("{", "}", "''", "  ", "null").isEqualTo(text.strip());
  }

  private static Moment english(String region, RiskLevel level, Category category, int said) {
    return moment(Language.ENGLISH, region, level, category, said);
  }

  private static Moment moment(
      Language language, String region, RiskLevel level, Category category, int said) {
    return new Moment(language, region, region, level, category, Subject.SELF, said);
  }
}
