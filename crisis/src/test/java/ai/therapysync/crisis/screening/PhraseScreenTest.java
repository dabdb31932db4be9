package ai.therapysync.crisis.screening;

import static ai.therapysync.crisis.risk.RiskLevel.CONCERN;
import static ai.therapysync.crisis.risk.RiskLevel.HIGH;
import static ai.therapysync.crisis.risk.RiskLevel.IMMINENT;
import static ai.therapysync.crisis.risk.RiskLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseScreenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I WANT TO KILL MYSELF | HIGH",
        "i want to k1ll myself | HIGH",
        "i want to k*ll myself | HIGH",
        "i want to kiiiillll myself | HIGH",
        "i w\u200Bant to ki\u200Bll my\u200Bself | HIGH",
        "ｉ want to kíll myself | HIGH",
        "iwanttokillmyself | HIGH",
        "i want to d i e, s u i c i d e is all I think about, feeling suicidal | HIGH",
        "gonna unalive myself | HIGH",
        "i'm going to kill myself tonight | IMMINENT",
        "Quiero suicidarme | HIGH",
        "me voy a matar esta noche | IMMINENT",
      })
  void seesThroughSpelling(String text, ai.therapysync.crisis.risk.RiskLevel level) {
    assertThat(Saying.alone(text).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm dying laughing",
        "this homework is killing me",
        "I could kill him lol",
        "kys lol",
        "I ran 10 kms today",
        "STOP",
        "my phone is dying",
        "I would never kill myself",
        "in the movie he says I want to die",
        "How can I help my friend who is suicidal?",
        "me muero de hambre",
        "",
        "   ",
      })
  void leavesEverydayTalkAlone(String text) {
    assertThat(Saying.alone(text).level()).isEqualTo(NONE);
    assertThat(Saying.alone(text).categories()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help", "Help me", "ayuda", "help!!", "¡Ayúdame!"})
  void takesABareCryForHelpAsAConcern(String text) {
    assertThat(Saying.alone(text).level()).isEqualTo(CONCERN);
  }

  @Test
  void aBareNegationElsewhereInTheSentenceChangesNothing() {
    assertThat(Saying.alone("I'm not okay I want to kill myself").level()).isEqualTo(HIGH);
    assertThat(Saying.alone("I have no friends and want to kill myself").level()).isEqualTo(HIGH);
    assertThat(Saying.alone("no, I want to kill myself").level()).isEqualTo(HIGH);
    assertThat(Saying.alone("I can't stop thinking about killing myself").level()).isEqualTo(HIGH);
  }

  @Test
  void tellsWhoIsInDanger() {
    Assessment friend = Saying.alone("my best friend is going to kill herself tonight");
    assertThat(friend.level()).isEqualTo(IMMINENT);
    assertThat(friend.subject()).isEqualTo(Subject.SOMEONE_ELSE);
    assertThat(Saying.alone("I will kill myself").subject()).isEqualTo(Subject.SELF);
  }

  @Test
  void knowsDangerFromSomeoneClose() {
    Assessment husband = Saying.alone("my husband hits me");
    assertThat(husband.closeDanger()).isTrue();
    assertThat(husband.closeDangerOfAbuse()).isTrue();
    assertThat(husband.categories()).containsExactly(Category.ABUSE);
    Assessment unnamed = Saying.alone("he is hitting me right now");
    assertThat(unnamed.level()).isEqualTo(HIGH);
    assertThat(unnamed.closeDangerOfAbuse()).isTrue();
    Assessment intent = Saying.alone("I want to stab my roommate");
    assertThat(intent.closeDanger()).isTrue();
    assertThat(intent.closeDangerOfAbuse()).isFalse();
  }

  @Test
  void aBullyAtSchoolIsNoDangerAtHome() {
    Assessment bully = Saying.alone("a bully at school, he hits me");
    assertThat(bully.level()).isEqualTo(CONCERN);
    assertThat(bully.closeDanger()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ich will mich umbringen",
        "intento matarme",
        "estou tentando me matar",
        "je veux me tuer",
        "我想自杀",
        "मैं मरना चाहता हूँ",
        "أريد أن أقتل نفسي",
      })
  void aWishToDieIsNoAbuseInAnyLanguage(String text) {
    Assessment assessment = Saying.alone(text);
    assertThat(assessment.level()).isEqualTo(HIGH);
    assertThat(assessment.categories()).containsExactly(Category.SUICIDE);
    assertThat(assessment.closeDanger()).isFalse();
  }

  @Test
  void showsSeveralKindsGravestFirst() {
    Assessment both = Saying.alone("my husband hits me. I will kill myself tonight.");
    assertThat(both.categories()).containsExactly(Category.SUICIDE, Category.ABUSE);
    assertThat(both.closeDangerOfAbuse()).isTrue();
  }

  @Test
  void givesItsReasons() {
    Assessment joke = Saying.alone("I want to die lol");
    assertThat(joke.evidence().getFirst().span()).isEqualTo("want to die");
    assertThat(joke.evidence().getFirst().modifiers()).contains("joking");
  }

  @Test
  void gradesTheSameTextTheSameWay() {
    String text = "I can't go on, tonight I will take all my pills. Goodbye everyone";
    assertThat(Saying.alone(text)).isEqualTo(Saying.alone(text));
  }
}
