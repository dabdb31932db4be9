package ai.therapysync.crisis.screening;

import static ai.therapysync.crisis.risk.RiskLevel.CONCERN;
import static ai.therapysync.crisis.risk.RiskLevel.HIGH;
import static ai.therapysync.crisis.risk.RiskLevel.IMMINENT;
import static ai.therapysync.crisis.risk.RiskLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Subject;
import org.junit.jupiter.api.Test;

/** What the messages before make of a message. */
class ContextTest {
  private static final String DANGER = "Are you thinking of ending your life?";
  private static final String SAFETY = "I'm here with you. Are you safe right now?";

  private static Assessment answer(String question, String answer) {
    return new Saying().theySaid("hi").weSaid(question).person(answer);
  }

  @Test
  void yesToTheQuestionOfSuicideIsHigh() {
    assertThat(answer(DANGER, "yes").level()).isEqualTo(HIGH);
    assertThat(answer(DANGER, "Yeah, every day").level()).isEqualTo(HIGH);
    assertThat(answer("¿Estás pensando en quitarte la vida?", "sí").level()).isEqualTo(HIGH);
  }

  @Test
  void noToTheQuestionOfSuicideIsNot() {
    assertThat(answer(DANGER, "no").level()).isEqualTo(NONE);
    assertThat(answer(DANGER, "No, I'm not").level()).isEqualTo(NONE);
  }

  @Test
  void doubtIsAConcern() {
    assertThat(answer(DANGER, "maybe").level()).isEqualTo(CONCERN);
    assertThat(answer(SAFETY, "I don't know").level()).isEqualTo(CONCERN);
  }

  @Test
  void noToTheQuestionOfSafetyIsHigh() {
    assertThat(answer(SAFETY, "no").level()).isEqualTo(HIGH);
    assertThat(answer(SAFETY, "not really").level()).isEqualTo(HIGH);
    assertThat(answer("¿Estás a salvo ahora?", "no").level()).isEqualTo(HIGH);
  }

  @Test
  void yesToTheQuestionOfSafetyIsNot() {
    assertThat(answer(SAFETY, "yes").level()).isEqualTo(NONE);
    assertThat(answer("¿Estás a salvo?", "sí").level()).isEqualTo(NONE);
  }

  @Test
  void anAnswerAboutSomebodyElseIsTheirDanger() {
    Assessment alone = answer("And is someone with her right now?", "no, nobody");
    assertThat(alone.level()).isEqualTo(HIGH);
    assertThat(alone.subject()).isEqualTo(Subject.SOMEONE_ELSE);
    Assessment wish = answer("Has your brother talked about suicide?", "yes");
    assertThat(wish.level()).isEqualTo(HIGH);
    assertThat(wish.subject()).isEqualTo(Subject.SOMEONE_ELSE);
    assertThat(answer("Is someone with them?", "yes").level()).isEqualTo(NONE);
  }

  @Test
  void aQuestionThatNamesNobodyIsAboutTheOneInDanger() {
    assertThat(
            new Saying()
                .theySaid("my friend wants to kill herself")
                .weSaid("Safe right now?")
                .person("no")
                .subject())
        .isEqualTo(Subject.SOMEONE_ELSE);
    assertThat(
            new Saying()
                .theySaid("I want to kill myself")
                .weSaid("Safe right now?")
                .person("no")
                .subject())
        .isEqualTo(Subject.SELF);
    assertThat(answer("Safe right now?", "no").subject()).isEqualTo(Subject.SELF);
  }

  @Test
  void anAnswerToTwoQuestionsAtOnceIsAskedAgain() {
    String two = "Do you know whether they want to die, and is someone with them?";
    assertThat(answer(two, "yes").level()).isEqualTo(CONCERN);
    assertThat(answer(two, "yes").subject()).isEqualTo(Subject.SOMEONE_ELSE);
    assertThat(answer("Are you safe, or are you thinking of suicide?", "no").level())
        .isEqualTo(CONCERN);
  }

  @Test
  void aTimeAfterSomebodyElsesDangerIsTheirs() {
    Assessment theirs = new Saying().theySaid("my friend wants to kill himself").person("tonight");
    assertThat(theirs.level()).isEqualTo(IMMINENT);
    assertThat(theirs.subject()).isEqualTo(Subject.SOMEONE_ELSE);
    assertThat(
            new Saying()
                .theySaid("my friend killed himself, I want to die too")
                .person("tonight")
                .subject())
        .isEqualTo(Subject.SELF);
    assertThat(
            new Saying()
                .theySaid("my friend wants to kill himself")
                .person("I'm going to do it")
                .subject())
        .isEqualTo(Subject.SELF);
  }

  @Test
  void anAnswerWithoutAQuestionIsNothing() {
    assertThat(Saying.alone("yes").level()).isEqualTo(NONE);
    assertThat(answer("Shall we go on with your diary?", "yes").level()).isEqualTo(NONE);
  }

  @Test
  void aSentenceInPiecesIsReadAsOne() {
    assertThat(new Saying().theySaid("i want to").person("kill").level()).isEqualTo(NONE);
    assertThat(new Saying().theySaid("i want to").theySaid("kill").person("myself").level())
        .isEqualTo(HIGH);
  }

  @Test
  void itCountsOnlyAfterDangerWasSpokenOf() {
    assertThat(new Saying().theySaid("I want to die").person("I'm going to do it").level())
        .isEqualTo(IMMINENT);
    assertThat(new Saying().theySaid("the laundry").person("I'm going to do it").level())
        .isEqualTo(NONE);
  }

  @Test
  void takenBackAfterwardsStaysAConcern() {
    assertThat(new Saying().theySaid("I want to die").person("never mind, I'm fine").level())
        .isEqualTo(CONCERN);
    assertThat(new Saying().theySaid("I want to die").person("forget it, I was joking").level())
        .isEqualTo(CONCERN);
    assertThat(new Saying().theySaid("I lost my keys").person("never mind, I'm fine").level())
        .isEqualTo(NONE);
  }

  @Test
  void aPlaceAndAWordMakeAnEmergencyOverTwoMessages() {
    assertThat(new Saying().theySaid("I'm at the bridge").person("one step and it's done").level())
        .isEqualTo(IMMINENT);
    assertThat(new Saying().theySaid("I'm at the bridge").person("traffic is bad").level())
        .isEqualTo(NONE);
  }
}
