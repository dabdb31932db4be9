package ai.therapysync.conversation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.Reach.Window;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.language.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** By which ways a message is tried, and in which order. */
final class FallbackTest {
  private static final Set<Step> ALL = EnumSet.allOf(Step.class);

  @ParameterizedTest(name = "{0} that failed by {1} with {2}, window {3}: {4}")
  @CsvSource({
    // Rules 11 and 26: outside the window a template, and an answer waits; danger does not.
    "ANSWER, WHATSAPP, 63016,  CLOSED,  TEMPLATE",
    "ANSWER, WHATSAPP, 131047, OPEN,    TEMPLATE",
    "ANSWER, WHATSAPP, 470,    UNKNOWN, TEMPLATE",
    "DANGER, WHATSAPP, 63016,  CLOSED,  SMS",
    "MOMENT, WHATSAPP, 63016,  CLOSED,  SMS",
    // Rule 10 and 25: who can't be reached by this channel is not invited by it.
    "ANSWER, WHATSAPP, 63024,  OPEN,    SMS",
    "ANSWER, WHATSAPP, 131026, OPEN,    SMS",
    "ANSWER, SMS,      30005,  OPEN,    WHATSAPP",
    "ANSWER, SMS,      30006,  CLOSED,  TEMPLATE",
    "ANSWER, SMS,      30005,  UNKNOWN, nowhere",
    "MOMENT, SMS,      30005,  CLOSED,  nowhere",
    "DANGER, SMS,      30005,  UNKNOWN, WHATSAPP",
    "DANGER, SMS,      30005,  CLOSED,  TEMPLATE",
    // Rule 9: only who is in danger is looked for elsewhere after a STOP.
    "ANSWER, WHATSAPP, 21610,     OPEN, nowhere",
    "ANSWER, WHATSAPP, opted_out, OPEN, nowhere",
    "PAGE,   SMS,      21610,     OPEN, nowhere",
    "DANGER, SMS,      21610,     OPEN, WHATSAPP",
    "NOTICE, SMS,      21610,     OPEN, MAIL",
    // What may have arrived is not said a second time, save to who is in danger.
    "ANSWER, WHATSAPP, fate_unknown, OPEN, nowhere",
    "DANGER, WHATSAPP, fate_unknown, OPEN, SMS",
    // Rule 10: what may pass is tried again first; who is in danger does not wait.
    "ANSWER, SMS,      30003,  OPEN,    again",
    "MOMENT, SMS,      30008,  OPEN,    again",
    "DANGER, SMS,      30003,  OPEN,    WHATSAPP",
    "NOTICE, SMS,      30008,  UNKNOWN, MAIL",
    "PAGE,   SMS,      30003,  UNKNOWN, TEMPLATE",
    "ALONE,  SMS,      30005,  OPEN,    nowhere",
  })
  void whichWayFollows(Matter matter, Step tried, String code, Window window, String expected) {
    Reach reach = new Reach(Map.of(tried, Failure.of(code)), ALL, window);
    assertThat(word(Fallback.after(matter, tried, false, reach))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Matter.class)
  void everyWayIsTriedOnceAndThenItIsOver(Matter matter) {
    for (Window window : Window.values()) {
      Step step = matter.ladder().isEmpty() ? Step.SMS : matter.ladder().getFirst();
      Map<Step, Failure> failed = new EnumMap<>(Step.class);
      List<Step> tried = new ArrayList<>();
      NextWay next = new NextWay.By(step);
      while (next instanceof NextWay.By(Step by)) {
        tried.add(by);
        failed.put(by, by == Step.WHATSAPP ? Failure.WINDOW : Failure.FINAL);
        next = Fallback.after(matter, by, true, new Reach(failed, ALL, window));
      }
      assertThat(tried).doesNotHaveDuplicates();
      assertThat(next).isEqualTo(new NextWay.Nowhere());
    }
  }

  @Test
  void whatFailsASecondTimeGoesOn() {
    Reach reach = new Reach(Map.of(Step.SMS, Failure.PASSING), ALL, Window.OPEN);
    assertThat(word(Fallback.after(Matter.ANSWER, Step.SMS, true, reach))).isEqualTo("WHATSAPP");
  }

  @Test
  void aWayThatIsOffIsPassedBy() {
    Reach reach =
        new Reach(Map.of(Step.WHATSAPP, Failure.WINDOW), EnumSet.of(Step.SMS), Window.CLOSED);
    assertThat(word(Fallback.after(Matter.ANSWER, Step.WHATSAPP, false, reach))).isEqualTo("SMS");
    Reach nothing = new Reach(reach.failed(), Set.of(), Window.CLOSED);
    assertThat(word(Fallback.after(Matter.ANSWER, Step.WHATSAPP, false, nothing)))
        .isEqualTo("nowhere");
  }

  @Test
  void aTemplateSpeaksThePersonsLanguageAndAPageEnglishRatherThanNothing() {
    Template answer = new Template(Provider.TWILIO, Template.Kind.REPLY, Language.ENGLISH, "HX1");
    Template page = new Template(Provider.TWILIO, Template.Kind.PAGE, Language.ENGLISH, "HX2");
    Templates templates = new Templates(List.of(answer, page));
    assertThat(templates.find(Provider.TWILIO, Template.Kind.REPLY, Language.ENGLISH))
        .contains(answer);
    assertThat(templates.find(Provider.TWILIO, Template.Kind.REPLY, Language.SPANISH)).isEmpty();
    assertThat(templates.find(Provider.META, Template.Kind.REPLY, Language.ENGLISH)).isEmpty();
    assertThat(templates.find(Provider.TWILIO, Template.Kind.PAGE, Language.SPANISH))
        .contains(page);
  }

  private static String word(NextWay next) {
    return switch (next) {
      case NextWay.Again _ -> "again";
      case NextWay.By(Step step) -> step.name();
      case NextWay.Nowhere _ -> "nowhere";
    };
  }
}
