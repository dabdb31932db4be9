package ai.therapysync.conversation.handover;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for a human is heard, and who only talks is not handed away. */
final class HandoverWordsTest {
  private final HandoverWords words = new HandoverWords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "talk to a human",
        "Can I talk to a real person, please?",
        "I want to speak with a human being",
        "hi, could I speak to someone real",
        "I'd rather talk to a person, not a bot",
        "human please",
        "Operator!",
        "get me a human",
        "connect me to an operator",
        "is there a real person I can talk to?",
        "I need a human now",
        "I don\u2019t want to talk to a bot anymore",
        "quiero hablar con una persona",
        "¿Puedo hablar con alguien de verdad?",
        "un humano por favor",
        "quero falar com uma pessoa",
        "posso falar com um atendente?",
        "je veux parler à un humain",
        "est-ce que je peux parler à une vraie personne ?",
        "Kann ich mit einem Menschen sprechen?",
        "ich möchte mit einem echten Menschen reden",
        "ich will nicht mit einer KI reden",
        "我想和真人聊聊",
        "转人工",
        "能不能跟真人说话？",
        "मुझे किसी इंसान से बात करनी है",
        "mujhe insaan se baat karni hai",
        "أريد التحدث مع إنسان",
        "هل يمكنني التحدث مع شخص حقيقي؟",
        "حولني إلى موظف"
      })
  void aWishForAHumanIsHeard(String text) {
    assertThat(words.asksForHuman(text, Language.ENGLISH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my human friend came over yesterday",
        "I want an appointment with a therapist",
        "can I talk to a therapist next week?",
        "I need to talk to someone about my mother",
        "I wish I could talk to people more easily",
        "I talked to a real person at the office today",
        "talking to a human feels hard for me these days",
        "I feel like nobody is human any more",
        "I'm only human",
        "are you a human?",
        "I need people around me",
        "I want to talk to my sister",
        "I want to talk to a person I met at work last week",
        "can I talk to someone else",
        "hablé con una persona muy amable",
        "necesito hablar con mi madre",
        "quero falar com a minha irmã",
        "je veux parler à ma mère",
        "ich will mit meiner Mutter sprechen",
        "ein Mensch",
        "我想和妈妈聊聊",
        "मुझे अपनी माँ से बात करनी है",
        "أريد التحدث مع أمي",
        "stop",
        "help",
        "yes",
        "1"
      })
  void ordinaryTalkIsLeftAlone(String text) {
    for (Language language : Language.values()) {
      assertThat(words.asksForHuman(text, language)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "continue",
        "Go on with the AI",
        "ok, let's continue",
        "I'd rather go on with you",
        "continuar",
        "seguir contigo",
        "continuer avec l'IA",
        "weiter",
        "mit dir weitermachen",
        "继续",
        "जारी",
        "متابعة"
      })
  void whoGoesOnIsHeard(String text) {
    assertThat(words.goesOn(text, Language.ENGLISH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"I can't go on", "I can't continue like this", "hello?", "is anybody there", "ok"})
  void despairAndImpatienceAreNoContinue(String text) {
    for (Language language : Language.values()) {
      assertThat(words.goesOn(text, language)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWordThatIsOfferedIsTheOneThatIsHeard(Language language) {
    for (String text :
        new String[] {words.asked(language, "988.", true), words.waiting(language, "988.")}) {
      String offered = text.replaceAll("(?s).*[\"«“„] ?([^\"»”“ ]+) ?[\"»”“].*", "$1");
      assertThat(words.goesOn(offered, language)).as(offered).isTrue();
      assertThat(text).contains("988.");
    }
    assertThat(words.asked(language, "988.", false)).doesNotContain("\"");
    assertThat(words.back(language)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void theButtonBelowTheNewsGoesOn(Language language) {
    String button = new QuickAnswers().goOn(language).all().getFirst().answer();
    assertThat(new HandoverWords().goesOn(button, language)).isTrue();
  }
}
