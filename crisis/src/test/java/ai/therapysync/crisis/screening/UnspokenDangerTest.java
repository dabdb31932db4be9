package ai.therapysync.crisis.screening;

import static ai.therapysync.crisis.risk.RiskLevel.CONCERN;
import static ai.therapysync.crisis.risk.RiskLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people in danger say without naming it, and what only sounds like it. */
class UnspokenDangerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a bus hit me on the way home I don't think I'd mind",
        "I can't picture myself turning thirty",
        "I'm worth more dead than alive, the insurance would clear the debts",
        "Since Margaret died I have nothing to stay for. I pray every night to join her",
        "it should have been me and not him in that car",
        "my baby would be better off with a different mum",
        "the doctors can't fix my back and I can't face another twenty years like this",
        "if it weren't for my kids I wouldn't be here",
        "every day I wake up disappointed that I woke up",
        "does drowning hurt",
        "How many of my blood pressure tablets would be dangerous at once?",
        "I just got fired. What is the highest bridge around here?",
        "Forget what I said about dying. I was just being dramatic.",
        "my dad comes into my room at night",
        "they took my passport and I can't leave the house where I work",
        "my food has been poisoned by my family, I can taste it",
      })
  void isAConcernAtLeast(String text) {
    assertThat(Saying.alone(text).level()).isGreaterThanOrEqualTo(CONCERN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I've written letters to each of my kids for when I'm not here | HIGH | SUICIDE",
        "I've been stockpiling my meds for a while | HIGH | SUICIDE",
        "I gave my guitar to Sam. I won't be needing it | HIGH | SUICIDE",
        "The urge to cut is so bad tonight | HIGH | SELF_HARM",
        "I have thoughts about smothering the baby with a pillow | HIGH | HARM_OTHERS",
        "God is ordering me to sacrifice my son | HIGH | PSYCHOSIS",
        "he says if I leave he'll find me and finish me | HIGH | ABUSE",
        "I took everything in the cabinet about an hour ago | IMMINENT | SUICIDE",
        "the shotgun is in my lap | IMMINENT | SUICIDE",
        "I tried to hang myself last night but the rope broke | IMMINENT | SUICIDE",
        "chest feels like it's being crushed and my left arm is numb | IMMINENT | MEDICAL",
      })
  void isAnEmergencyOfItsKind(String text, RiskLevel level, Category kind) {
    assertThat(Saying.alone(text).level()).isEqualTo(level);
    assertThat(Saying.alone(text).categories()).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kill the process with kill -9 and restart the server",
        "The boss fight killed me six times last night",
        "I murdered my workout today, arms are dead",
        "knife skills: how do I cut an onion without crying?",
        "what are the signs of depression?",
        "What is passive suicidal ideation?",
        "how do I talk to my teenager about self-harm",
        "what should I do if someone overdoses?",
        "We lost my brother to suicide eight years ago",
        "my grandma passed away last week and I miss her",
        "The news says a man shot three people downtown",
        "in the novel he poisons the king",
        "last exam tomorrow and then it will all be over!",
        "I won't be around this weekend, visiting my nan",
        "I don't want to live in London any more",
        "I'm giving my old bike to my cousin",
        "thank you for everything, you've been a great help",
        "I'm so grateful to be alive",
        "translate 'I want to die' into French",
        "my phone's on 2%, about to die, talk later",
      })
  void harmlessTalkStaysHarmless(String text) {
    assertThat(Saying.alone(text).level()).isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i am so sucidel right now | HIGH",
        "i want to kill myslef | HIGH",
        "feeling very su1c1dal | HIGH",
        "thinkin of sewerslide tbh | HIGH",
        "i wnna kil mslf | HIGH",
      })
  void slipsOfTheFingerAreForgiven(String text, RiskLevel level) {
    assertThat(Saying.alone(text).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I am homeless", "thanking you all", "we went hunting", "an odd pair"})
  void realWordsAreNoSlips(String text) {
    assertThat(Saying.alone(text).level()).isEqualTo(NONE);
  }
}
