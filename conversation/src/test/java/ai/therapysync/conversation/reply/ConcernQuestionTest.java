package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.screening.PhraseScreen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A concern is asked after what was told, not always after suicide. */
class ConcernQuestionTest {
  private static final PhraseScreen SCREEN = PhraseScreen.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENGLISH | I'm afraid of my stepdad when he drinks | safe
          ENGLISH | my boyfriend threatened me last week | safe
          ENGLISH | I don't want to be here anymore | ending your life
          ENGLISH | I make myself bleed when it gets too much, I cut my arms | ending your life
          ENGLISH | my dad hits my mum | that person safe
          SPANISH | tengo miedo de mi marido | a salvo
          GERMAN | ich habe Angst vor meinem Stiefvater, wenn er trinkt | Sicherheit
          FRENCH | j'ai peur de mon père quand il boit | en sécurité
          PORTUGUESE | tenho medo do meu padrasto | em segurança
          CHINESE | 我怕我老公 | 安全
          HINDI | मुझे अपने पति से डर लगता है | सुरक्षित
          ARABIC | أخاف من زوجي | أمان
          """)
  void theQuestionFitsTheDanger(Language language, String words, String asked) {
    assertThat(new OfflineCompanion().write(request(language, words)).text()).contains(asked);
  }

  @Test
  void aModelIsToldWhatToAskAfter() {
    String abuse =
        new PromptWriter()
            .write(request(Language.ENGLISH, "I'm afraid of my stepdad when he drinks"))
            .instructions();
    assertThat(abuse).contains("don't ask about ending their life");
  }

  /** An answer of no to what is asked is an emergency, in every language. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENGLISH | I'm scared of my husband | no
          SPANISH | tengo miedo de mi marido | no
          GERMAN | ich habe Angst vor meinem Mann | nein
          FRENCH | j'ai peur de mon mari | non
          PORTUGUESE | tenho medo do meu marido | não
          CHINESE | 我怕我老公 | 不安全
          HINDI | मुझे अपने पति से डर लगता है | नहीं
          ARABIC | أخاف من زوجي | لا
          """)
  void whoIsNotSafeIsHeard(Language language, String words, String answer) {
    String asked = new OfflineCompanion().write(request(language, words)).text();
    Assessment seen =
        SCREEN.assess(
            said(Speaker.PERSON, answer, 2),
            List.of(said(Speaker.PERSON, words, 0), said(Speaker.GATEWAY, asked, 1)),
            Optional.of(language));
    assertThat(seen.isEmergency()).isTrue();
  }

  private static ReplyRequest request(Language language, String words) {
    Assessment seen =
        SCREEN.assess(said(Speaker.PERSON, words, 0), List.of(), Optional.of(language));
    return new Talk(new OfflineCompanion())
        .in(language)
        .request(List.of(new Incoming(MessageType.TEXT, words)), Tone.CONCERN, false)
        .about(Danger.of(seen));
  }

  private static Utterance said(Speaker speaker, String text, int minute) {
    return new Utterance(speaker, text, Instant.EPOCH.plusSeconds(60L * minute));
  }
}
