package ai.therapysync.crisis.screening;

import static ai.therapysync.crisis.risk.Category.MEDICAL;
import static ai.therapysync.crisis.risk.RiskLevel.CONCERN;
import static ai.therapysync.crisis.risk.RiskLevel.IMMINENT;
import static ai.therapysync.crisis.risk.RiskLevel.NONE;
import static ai.therapysync.crisis.risk.Subject.SELF;
import static ai.therapysync.crisis.risk.Subject.SOMEONE_ELSE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose danger a message tells of: a mistake would page the contacts of the wrong person. */
class WhoseDangerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "my dad used to beat me when I was a kid",
        "my ex hit me ten years ago",
        "my mother hit me when I was little",
      })
  void violenceOfLongAgoKeepsNobodyFromBeingTold(String text) {
    assertThat(Saying.alone(text).closeDanger()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my dad has been beating me since I was a kid",
        "he hit me years ago and he still hits me when he drinks",
        "my husband hit me when he came home",
      })
  void violenceThatGoesOnDoes(String text) {
    assertThat(Saying.alone(text).closeDanger()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My friend just took a whole bottle of pills and won't wake up",
        "my friend took a whole bottle of pills and won't wake up",
        "My mum swallowed a load of tablets",
        "my sister has just overdosed",
        "our neighbour took too many sleeping pills, he's unconscious",
        "she has taken all her tablets and I can't wake her",
        "My flatmate overdosed, his lips are blue",
        "he drank bleach",
        "I found my brother unconscious next to an empty pill bottle",
        "my girlfriend just swallowed all my antidepressants",
        "my dad is having a heart attack",
        "The baby isn't breathing",
      })
  void anothersEmergencyIsTheirs(String text) {
    Assessment seen = Saying.alone(text);
    assertThat(seen.level()).isEqualTo(IMMINENT);
    assertThat(seen.subject()).isEqualTo(SOMEONE_ELSE);
    assertThat(seen.categories().getFirst()).isEqualTo(MEDICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I just took a whole bottle of pills",
        "just swallowed all my meds",
        "I took my friend's pills, all of them",
        "my friend left and I just took all my pills",
        "she left me, I've taken 40 tablets",
        "My boyfriend is asleep. I took all of his pills",
        "I overdosed two hours ago",
      })
  void onesOwnEmergencyIsOnesOwn(String text) {
    Assessment seen = Saying.alone(text);
    assertThat(seen.level()).isEqualTo(IMMINENT);
    assertThat(seen.subject()).isEqualTo(SELF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my friend says I should kill myself",
        "my mum says I should just die",
        "my boyfriend told me to go kill myself",
        "everyone would be better off without me",
        "my kids would be happier if I was gone",
        "My husband could finally move on once I'm dead",
        "he makes me want to die",
        "I'm someone who wants to die every single day",
      })
  void whatOthersSayOrWouldGainIsAboutThePerson(String text) {
    Assessment seen = Saying.alone(text);
    assertThat(seen.level()).isNotEqualTo(NONE);
    assertThat(seen.subject()).isEqualTo(SELF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my mate keeps saying he doesn't want to be here any more",
        "my husband told me he'd be better off dead",
        "my daughter has been cutting herself",
        "My best friend told me she wants to kill herself",
        "my dad says there's no reason to live",
      })
  void anothersWishIsAConcernForThem(String text) {
    Assessment seen = Saying.alone(text);
    assertThat(seen.level()).isEqualTo(CONCERN);
    assertThat(seen.subject()).isEqualTo(SOMEONE_ELSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sarah wants to die",
        "Mike says he wants to die",
        "Oluwaseun wants to die",
        "Tom keeps saying he'd be better off dead",
      })
  void aNameIsSomebodyElse(String text) {
    Assessment seen = Saying.alone(text);
    assertThat(seen.level()).isEqualTo(CONCERN);
    assertThat(seen.subject()).isEqualTo(SOMEONE_ELSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maybe I want to die",
        "Sometimes want to die",
        "Honestly wanted to die",
        "Sarah, I want to die",
        "Hi Mike I want to kill myself",
      })
  void aBeginningOrAGreetingIsNotSomebodyElse(String text) {
    assertThat(Saying.alone(text).subject()).isEqualTo(SELF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I took too many pills by accident",
        "I took the wrong dose by mistake",
        "my toddler swallowed my pills",
      })
  void anAccidentIsMedicalOnly(String text) {
    assertThat(Saying.alone(text).categories()).containsExactly(Category.MEDICAL);
  }
}
