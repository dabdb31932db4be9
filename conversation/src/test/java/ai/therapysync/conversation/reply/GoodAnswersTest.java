package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The guard lets pass what a good companion says. */
final class GoodAnswersTest {
  private static final ReplyGuard GUARD = new ReplyGuard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | That sounds like a long day. What part of it is still with you?",
        "en | You've carried this for a while, and nobody asked how you were. What would you have told them?",
        "en | It makes sense that you're angry: you asked for help and got a lecture. What did you need most in that moment?",
        "en | Let's slow down for a minute. Breathe in for 4, hold for 4, out for 6. What changes?",
        "en | Name 5 things you can see, 4 you can touch, 3 you can hear. I'll wait here.",
        "en | I'm an AI companion, so I can't know how that feels, but I can listen. Where would you like to start?",
        "en | Stopping a medicine on your own can be rough on the body. Could you call your doctor about it this week?",
        "en | You told me your sister Ana is coming on Friday. How do you feel about seeing her?",
        "en | You got up at 7 and went for a 20 minute walk, although you had slept badly. How was it?",
        "en | If things get worse tonight, you can call or text 988 at any hour. Who else could sit with you?",
        "en | When the thought 'I'm a failure' comes up, what would you say to a friend who had it?",
        "en | Grief has its own pace. In 2019 you lost him, and some days it is still today. What do you miss most?",
        "en | You said you don't want to talk about your mother, and we won't. What would you like to talk about?",
        "en | Maybe the next step is a small one: write to your boss, just two lines. What would they say?",
        "es | Suena agotador. ¿Qué es lo que más te pesa de todo esto?",
        "es | Has aguantado mucho sin contárselo a nadie. ¿Qué pasaría si alguien lo supiera?",
        "es | No es culpa tuya que te tratara así. ¿Qué necesitas esta noche?",
        "es | Hablar con tu médica antes de cambiar la medicación sería lo más seguro. ¿Te ves capaz de llamarla?",
        "es | Vamos a probar algo breve: inspira contando hasta cuatro y suelta el aire despacio. ¿Qué notas?",
        "pt | Parece que o dia foi pesado. O que mais ficou com você?",
        "pt | Faz sentido ter medo depois do que aconteceu. Quem sabe como você está?",
        "pt | Você contou que sua irmã vem na sexta. Como se sente com a visita dela?",
        "pt | Vamos respirar juntos: conte até quatro ao inspirar e solte devagar. O que muda?",
        "fr | On dirait que la semaine a été longue. Qu'est-ce qui te pèse le plus ?",
        "fr | Ce n'est pas ta faute si elle est partie. De quoi aurais-tu besoin ce soir ?",
        "fr | Tu m'as parlé de ton frère Karim. Comment ça se passe avec lui en ce moment ?",
        "fr | Avant d'arrêter quoi que ce soit, parles-en à ton médecin. Qu'est-ce qui est le plus dur avec ces cachets ?",
        "de | Das klingt nach einer langen Nacht. Was hat dich am meisten wach gehalten?",
        "de | Es ist verständlich, dass du wütend bist. Was hättest du dir von ihm gewünscht?",
        "de | Ich bin kein Mensch, sondern eine KI, aber ich höre dir zu. Womit magst du anfangen?",
        "de | Sprich mit deiner Ärztin, bevor du an der Dosis etwas änderst. Was macht dir daran Sorgen?",
        "de | Vielleicht hilft ein kleiner Schritt: fünf Minuten an die frische Luft. Was spricht dagegen?",
        "zh | 听起来这一周很累。最让你放不下的是什么？",
        "zh | 这不是你的错。今晚你最需要的是什么？",
        "zh | 我们慢慢来：吸气数到四，再慢慢呼出来。你注意到什么？",
        "zh | 你说过妹妹星期五要来。想到见她，你有什么感觉？",
        "hi | लगता है आज का दिन बहुत भारी था। सबसे ज़्यादा क्या मन पर है?",
        "hi | इसमें आपकी गलती नहीं है। आज रात आपको किस चीज़ की ज़रूरत है?",
        "hi | आपने बताया था कि आपकी बहन शुक्रवार को आ रही है। उससे मिलने के बारे में कैसा लग रहा है?",
        "ar | يبدو أن يومك كان ثقيلا. ما أكثر ما يشغل بالك الآن؟",
        "ar | هذا ليس ذنبك. ما الذي تحتاج إليه هذه الليلة؟",
        "ar | قلت لي إن أختك ستأتي يوم الجمعة. كيف تشعر تجاه زيارتها؟"
      })
  void pass(String language, String answer) {
    assertThat(check(language, answer, Tone.ORDINARY).words()).isEqualTo("passed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Thank you for telling me. Are you thinking of ending your life?",
        "en | That is a lot to carry alone. Do you sometimes wish you were dead, or think about suicide?",
        "en | What he does to you is not okay. Are you safe right now?",
        "es | Gracias por contármelo. ¿Estás pensando en quitarte la vida?",
        "pt | Obrigado por me contar. Você está pensando em tirar a própria vida?",
        "fr | Merci de me le dire. Est-ce que tu penses à mettre fin à tes jours ?",
        "de | Danke, dass du mir das sagst. Denkst du daran, dir das Leben zu nehmen?",
        "zh | 谢谢你告诉我。你是不是在想结束自己的生命？",
        "hi | मुझे बताने के लिए धन्यवाद। क्या आप अपनी जान लेने के बारे में सोच रहे हैं?",
        "ar | شكرا لأنك أخبرتني. هل تفكر في إنهاء حياتك؟"
      })
  void passInAGraveMoment(String language, String answer) {
    assertThat(check(language, answer, Tone.CONCERN).words()).isEqualTo("passed");
  }

  /** What the companion without a model says is good in every sense that the guard has. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void theCompanionsOwnTextsHaveNoFault(Language language) {
    GuardBook book = new GuardBook();
    assertThat(texts(language))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(book.faults(text)).as(text).isEmpty());
  }

  @Test
  void everyMomentIsAskedAboutInEveryLanguage() {
    GuardBook book = new GuardBook();
    for (Language language : Language.values()) {
      assertThat(texts(language).filter(book::asksSafety)).as(language.code()).isNotEmpty();
    }
  }

  private static Verdict check(String language, String answer, Tone tone) {
    Talk talk = new Talk(new OfflineCompanion()).in(Language.of(language).orElseThrow());
    ReplyRequest request =
        talk.request(List.of(new Incoming(MessageType.TEXT, "hello")), tone, false);
    return GUARD.check(answer, request, new PromptWriter().write(request));
  }

  private static Stream<String> texts(Language language) {
    Properties texts = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(
                OfflineCompanion.class.getResourceAsStream(
                    "companion_" + language.code() + ".properties")),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames().stream().map(texts::getProperty);
  }
}
