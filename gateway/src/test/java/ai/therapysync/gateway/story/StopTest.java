package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 9: who says STOP is believed in every language, and told so once, by Twilio or by us. */
final class StopTest {
  private static final String NUMBER = "+12025550181";

  /** A language, its STOP, its START, and a word of our confirmation. */
  private static final List<List<String>> WORDS =
      List.of(
          List.of("es", "baja", "alta", "ALTA"),
          List.of("pt", "Parar.", "iniciar", "INICIAR"),
          List.of("fr", "arrêt", "démarrer", "START"),
          List.of("de", "Abmelden", "anmelden", "START"),
          List.of("zh", "停止。", "开始", "开始"),
          List.of("hi", "बंद करें", "शुरू करें", "START"),
          List.of("ar", "إيقاف", "ابدأ", "START"));

  @Test
  void rule09_wordsOfOtherLanguagesAreConfirmedOnceByUs() {
    try (World world = World.brisk()) {
      int last = 0;
      for (List<String> words : WORDS) {
        Someone person = world.person("Maya", "+120255502%02d".formatted(++last)).unhurried();
        world.run(
            "UPDATE profiles SET preferred_language = '%s' WHERE id = '%s'"
                .formatted(words.get(0), person.id));
        person.texts(words.get(1));
        assertThat(person.receives(1)).as(words.get(0)).contains(words.get(3));
        person.texts(words.get(1));
        person.texts("🙂");
        assertThat(stopped(world, person)).isEqualTo("1");
        person.texts(words.get(2));
        person.receives(2);
        assertThat(stopped(world, person)).isEqualTo("0");
        assertThat(person.shows()).hasSize(2);
      }
    }
  }

  @Test
  void rule09_itsOwnWordsBySmsAreAnsweredByTwilioAloneAndByWhatsappByUs() {
    try (World world = World.brisk()) {
      int last = 0;
      for (String word : List.of("STOP", "stopall", "Unsubscribe", "cancel", "END", "quit")) {
        Someone person = world.person("Maya", "+120255503%02d".formatted(++last));
        person.texts(word);
        assertThat(stopped(world, person)).as(word).isEqualTo("1");
      }
      assertThat(confirmations(world)).isEqualTo("0");
      Someone maya = world.person("Maya", NUMBER);
      maya.sends(ChannelName.WHATSAPP, "STOP");
      Await.until("our word", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      assertThat(confirmations(world)).isEqualTo("1");
    }
  }

  @Test
  void rule09_whatTwilioReadAsStopIsOneAndNotConfirmedAgain() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER);
      Map<String, String> form = Wire.whatsapp(Wire.newId(), NUMBER, "enough of this");
      form.put("OptOutType", "STOP");
      new Wire(world).message(form);
      assertThat(stopped(world, maya)).isEqualTo("1");
      Map<String, String> back = Wire.whatsapp(Wire.newId(), NUMBER, "yes");
      back.put("OptOutType", "START");
      new Wire(world).message(back);
      assertThat(stopped(world, maya)).isEqualTo("0");
      assertThat(confirmations(world)).isEqualTo("0");
    }
  }

  @Test
  void rule09_21610InAnAnswerAndInAStatusIsAStopWithoutRetry() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      twilio.answers(FakeTwilio.refused(400, 21610));
      maya.texts("I had a long day");
      Await.until("a stop", () -> stopped(world, maya).equals("1"));
      maya.texts("hello?");
      assertThat(twilio.handed()).hasSize(1);

      Someone tom = world.person("Tom", "+12025550182").unhurried();
      twilio.answers(FakeTwilio.taken("SMtom"));
      tom.texts("I had a long day");
      Await.until("an answer", () -> twilio.handed().size() == 2);
      new Wire(world).status("SMtom", "failed", "21610");
      Await.until("another stop", () -> stopped(world, tom).equals("1"));
      tom.texts("hello?");
      assertThat(twilio.handed()).hasSize(2);
    }
  }

  private static String stopped(World world, Someone person) {
    return world.one(
        "SELECT count(*) FROM gateway.opt_outs WHERE address = '" + person.number + "'");
  }

  private static String confirmations(World world) {
    return world.one("SELECT count(*) FROM gateway.outbox WHERE purpose = 'confirmation'");
  }
}
