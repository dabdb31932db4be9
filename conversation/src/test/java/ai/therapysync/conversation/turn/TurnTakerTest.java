package ai.therapysync.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.conversation.practice.Practice;
import ai.therapysync.conversation.reply.Reply;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.crisis.screening.PhraseScreen;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a turn that is due: the gates, then the answer. */
final class TurnTakerTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-03-02T22:00:00Z");
  private static final BusinessHours OVERNIGHT =
      new BusinessHours(
          Optional.of(new BusinessHours.Range(LocalTime.of(22, 0), LocalTime.of(6, 0))),
          ZoneId.of("UTC"));

  /** Says in which language it was asked to write. */
  private final TurnTaker turns =
      new TurnTaker(
          new Practice(List.of(), List.of()),
          request -> new Reply("in " + request.person().language(), Map.of(), List.of()),
          PhraseScreen.load(),
          new SafeReply(CrisisLines.load()));

  @Test
  void whatIsHeldIsLeftAlone() {
    assertThat(decide(turn("hello").heldBy("a human holds the conversation")))
        .isEqualTo(new Decision.LeftAlone("a human holds the conversation"));
  }

  @Test
  void aClosedOfficeSaysWhenItOpensOncePerPeriod() {
    Decision decision = decide(turn("hello").during(OVERNIGHT));
    assertThat(decision).isInstanceOf(Decision.Closed.class);
    Decision.Closed closed = (Decision.Closed) decision;
    assertThat(closed.opening()).isEqualTo(EVENING);
    assertThat(closed.away().orElseThrow()).contains("10:00").contains("988");
    assertThat(decide(turn("hello").during(OVERNIGHT).told(EVENING)))
        .isEqualTo(new Decision.Closed(EVENING, Optional.empty()));
    assertThat(decide(turn("hello").during(OVERNIGHT).told(EVENING.minus(Duration.ofDays(1)))))
        .isEqualTo(decision);
  }

  @Test
  void aConcernIsAnsweredAtAnyHourInTheLanguageOfItsWordsAndWithTheLine() {
    Decision decision =
        decide(
            turn("A veces pienso que todos estarían mejor sin mí y ya no quiero despertar")
                .during(OVERNIGHT)
                .concerned());
    assertThat(decision).isInstanceOf(Decision.Answered.class);
    assertThat(((Decision.Answered) decision).reply().text())
        .contains("IA", "in SPANISH ")
        .contains("988");
  }

  @Test
  void anOrdinaryTurnIsAnsweredInTheChosenLanguage() {
    Decision decision = decide(turn("Hoy he dormido muy bien y estoy contento con mi trabajo"));
    assertThat(((Decision.Answered) decision).reply().text()).endsWith("in ENGLISH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHINESE | 我今天很累，睡不着，不知道怎么办 | 中文继续",
        "GERMAN | ich bin heute müde und weiß nicht weiter | auf Deutsch weitermachen",
        "SPANISH | hoy estoy muy cansada y no sé qué hacer | en español",
        "HINDI | मैं आज बहुत थक गया हूँ और नींद नहीं आती | हिंदी में",
        "ARABIC | أنا تعبان اليوم ولا أعرف ماذا أفعل | بالعربية"
      })
  void whoWritesInAnotherLanguageIsAnsweredInItBesideTheOffer(
      Language language, String words, String offer) {
    Decision.Answered answered = answered(turn(words));
    assertThat(answered.reply().text()).contains("in " + language).contains(offer);
    assertThat(answered.reply().text()).doesNotContain("ENGLISH", "AI companion");
  }

  @Test
  void whatIsNotSpokenHereIsSaidInFullOnceAndThenInShort() {
    String russian = "я сегодня очень устал и не могу спать";
    Decision.Answered first = answered(turn(russian));
    assertThat(first.reply().text())
        .contains("по-русски", "Español", "中文", "won't guess", "988")
        .doesNotContain("in ENGLISH");
    assertThat(first.changes()).contains(new Change.Happened("tongue_told"));
    assertThat(answered(turn("আমি আজ খুব ক্লান্ত")).reply().text()).contains("can't read");
  }

  private Decision.Answered answered(Turn turn) {
    TurnTaker practised =
        new TurnTaker(
            Practice.standard(),
            request ->
                new Reply(
                    "in "
                        + request.person().language()
                        + request.ending().map(it -> " " + it).orElse(""),
                    Map.of(),
                    List.of()),
            PhraseScreen.load(),
            new SafeReply(CrisisLines.load()));
    return (Decision.Answered) practised.decide(turn.situation());
  }

  private Decision decide(Turn turn) {
    return turns.decide(turn.situation());
  }

  private static Turn turn(String words) {
    return new Turn(words, BusinessHours.always(), false, Optional.empty(), Optional.empty());
  }

  private record Turn(
      String words,
      BusinessHours hours,
      boolean concern,
      Optional<String> held,
      Optional<Instant> told) {
    Turn during(BusinessHours other) {
      return new Turn(words, other, concern, held, told);
    }

    Turn concerned() {
      return new Turn(words, hours, true, held, told);
    }

    Turn heldBy(String why) {
      return new Turn(words, hours, concern, Optional.of(why), told);
    }

    Turn told(Instant opening) {
      return new Turn(words, hours, concern, held, Optional.of(opening));
    }

    TurnSituation situation() {
      Person person =
          new Person(
              new PersonId(new UUID(0, 1)),
              "Maya",
              Language.ENGLISH,
              "US",
              hours.zone(),
              new Settings("default", Duration.ZERO, hours, true, true, true),
              Personality.standard(),
              Culture.standard());
      ReplyRequest request =
          new ReplyRequest(
              person,
              ChannelName.SMS,
              List.of(),
              List.of(new ReplyRequest.Incoming(MessageType.TEXT, words)),
              List.of(),
              List.of(),
              concern ? ReplyRequest.Tone.CONCERN : ReplyRequest.Tone.ORDINARY,
              false);
      return new TurnSituation(
          new TurnId(new UUID(0, 2)),
          request,
          Optional.empty(),
          Work.nothing(),
          concern,
          false,
          "US",
          held,
          List.of(),
          told,
          NOON);
    }
  }
}
