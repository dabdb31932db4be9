package ai.therapysync.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.intake.Circumstances.Stranger;
import ai.therapysync.conversation.intake.Received.Answer;
import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.safety.ControlWord;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.crisis.screening.PhraseScreen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message of a number without a verified user does: pure rules, no database. */
final class StrangersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  private static final UUID INTEGRATION = new UUID(0, 1);

  private final Intake intake =
      new Intake(
          new CrisisDesk(
              PhraseScreen.load(),
              new SafeReply(CrisisLines.load()),
              new NoticeWriter(),
              new NoLinks()),
          (pending, text) -> pending.codeMac().equals("mac of " + VerificationCode.bare(text)),
          IntakePolicy.usual());

  @Test
  void anUnknownNumberSeesTheDoorOnceInThirtyDays() {
    assertThat(kinds(unknown("hello", Stranger.fresh()))).containsExactly(Kind.CLOSED_DOOR);
    assertThat(kinds(unknown("hello", shown(Duration.ofDays(29))))).isEmpty();
    assertThat(kinds(unknown("hello", shown(Duration.ofDays(31)))))
        .containsExactly(Kind.CLOSED_DOOR);
  }

  @Test
  void dangerIsAnsweredFiveTimesAnHourAndOperatorsHear() {
    String cry = "I am going to kill myself tonight";
    Received first = unknown(cry, Stranger.fresh());
    assertThat(kinds(first)).containsExactly(Kind.SAFE_REPLY);
    assertThat(first.effects()).isNotEmpty();
    assertThat(
            kinds(unknown(cry, new Stranger(Optional.empty(), 4, true, Optional.empty(), false))))
        .containsExactly(Kind.SAFE_REPLY);
    assertThat(
            kinds(unknown(cry, new Stranger(Optional.empty(), 5, false, Optional.empty(), false))))
        .isEmpty();
    assertThat(
            unknown(cry, new Stranger(Optional.empty(), 5, false, Optional.empty(), false))
                .effects())
        .isNotEmpty();
    assertThat(
            unknown(cry, new Stranger(Optional.empty(), 1, true, Optional.empty(), false))
                .effects())
        .isEmpty();
  }

  @Test
  void helpAloneIsACryOfAnybody() {
    assertThat(kinds(unknown("HELP", shown(Duration.ofDays(1))))).containsExactly(Kind.HELP_ANSWER);
  }

  /** What this is, the line, and "are you safe?", in the word's own language. */
  @ParameterizedTest
  @CsvSource({
    "help,AI companion",
    "Ayuda!,IA",
    "ajuda,IA",
    "au secours,IA",
    "Hilfe,KI",
    "救命,AI",
    "मदद,AI",
    "النجدة,الاصطناعي"
  })
  void helpIsAnsweredInTheLanguageOfTheWord(String word, String itself) {
    Received received = unknown(word, Stranger.fresh());
    assertThat(kinds(received)).containsExactly(Kind.HELP_ANSWER);
    assertThat(received.assessment().level()).isEqualTo(RiskLevel.CONCERN);
    assertThat(received.answers().getFirst().text())
        .contains(itself, "988")
        .containsPattern("[?？؟]");
  }

  @Test
  void aYesThatAProviderTakesForAStartIsAnAnswer() {
    assertThat(new Words().control(message("yes", ChannelName.SMS, Optional.of("START")), false))
        .isEmpty();
    assertThat(new Words().control(message("yes", ChannelName.SMS, Optional.of("START")), true))
        .contains(ControlWord.START);
    assertThat(new Words().control(message("start", ChannelName.SMS, Optional.of("START")), false))
        .contains(ControlWord.START);
  }

  @Test
  void theRightCodeVerifiesAndAWrongOneCosts() {
    assertThat(unverified("482 913", pending(false, 5)).numbers())
        .containsExactly(new NumberChange.Verified(INTEGRATION));
    assertThat(unverified("482914", pending(false, 5)).numbers())
        .containsExactly(new NumberChange.WrongCode(INTEGRATION));
    assertThat(unverified("hello", pending(false, 5)).numbers()).isEmpty();
    assertThat(kinds(unverified("hello", pending(false, 5)))).containsExactly(Kind.CLOSED_DOOR);
  }

  @Test
  void aCodeThatIsOverIsNotTaken() {
    assertThat(unverified("482913", pending(true, 5)).numbers())
        .containsExactly(new NumberChange.WrongCode(INTEGRATION));
    assertThat(unverified("482913", pending(false, 0)).numbers()).isEmpty();
    assertThat(kinds(unverified("482913", pending(false, 0)))).containsExactly(Kind.CLOSED_DOOR);
    Sender.PendingCode none = new Sender.PendingCode(INTEGRATION, "", true, 5);
    assertThat(kinds(unverified("482913", none))).containsExactly(Kind.CLOSED_DOOR);
  }

  @Test
  void stopIsConfirmedOnceAndLeftToTheCarrierWhereItAnswersItself() {
    assertThat(kinds(received("STOP", ChannelName.SMS, new Sender.Unknown(), false))).isEmpty();
    Received whatsapp = received("stop", ChannelName.WHATSAPP, new Sender.Unknown(), false);
    assertThat(kinds(whatsapp)).containsExactly(Kind.CONFIRMATION);
    assertThat(whatsapp.numbers()).containsExactly(new NumberChange.OptedOut());
    assertThat(kinds(received("stop", ChannelName.WHATSAPP, new Sender.Unknown(), true))).isEmpty();
    assertThat(kinds(received("baja", ChannelName.SMS, new Sender.Unknown(), false)))
        .containsExactly(Kind.CONFIRMATION);
  }

  private Received unknown(String text, Stranger stranger) {
    return decide(text, ChannelName.SMS, new Sender.Unknown(), stranger, false);
  }

  private Received unverified(String text, Sender.PendingCode pending) {
    return decide(text, ChannelName.SMS, new Sender.Unverified(pending), Stranger.fresh(), false);
  }

  private Received received(String text, ChannelName channel, Sender sender, boolean stopped) {
    return decide(text, channel, sender, Stranger.fresh(), stopped);
  }

  private Received decide(
      String text, ChannelName channel, Sender sender, Stranger stranger, boolean stopped) {
    InboundMessage message = message(text, channel, Optional.empty());
    Circumstances at =
        new Circumstances(
            sender,
            Optional.empty(),
            Optional.empty(),
            stopped,
            stranger,
            Earlier.nothing(),
            List.of(new EmailAddress("desk@example.org")),
            new UUID(0, 2),
            NOW);
    return intake.decide(message, at);
  }

  private static InboundMessage message(
      String text, ChannelName channel, Optional<String> optOutType) {
    return new InboundMessage(
        Provider.TWILIO,
        "SM1",
        channel,
        Address.ofSender("+12025550141"),
        "+12025550100",
        MessageType.TEXT,
        text,
        List.of(),
        Optional.empty(),
        optOutType,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOW);
  }

  private static Sender.PendingCode pending(boolean expired, int triesLeft) {
    return new Sender.PendingCode(INTEGRATION, "mac of 482913", expired, triesLeft);
  }

  private static Stranger shown(Duration ago) {
    return new Stranger(Optional.of(NOW.minus(ago)), 0, false, Optional.empty(), false);
  }

  private static List<Kind> kinds(Received received) {
    return received.answers().stream().map(Answer::kind).toList();
  }

  private static final class NoLinks implements PageLinks {
    @Override
    public String forContact(UUID incident, UUID contact) {
      return "https://example.org/respond/" + contact;
    }

    @Override
    public String forCheck(UUID contact, Instant askedAt) {
      return "https://care.example/respond/check";
    }

    @Override
    public String forOperators(AlertSubject subject) {
      return "https://example.org/console/" + subject.reference();
    }
  }
}
