package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** When an answer comes: delay, business hours, and who answers. */
final class PaceTest {
  private static final String NUMBER = "+12025550141";

  @Test
  void aBurstGetsOneAnswerAfterTheLastMessageAndNoLaterThanThirtySecondsAfterTheFirst() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).configured("response_delay_seconds", "20");
      maya.texts("so");
      world.clock.pass(Duration.ofSeconds(15));
      maya.texts("I had a long day");
      world.clock.pass(Duration.ofSeconds(9));
      maya.sends(ChannelName.WHATSAPP, "and could not sleep");
      assertThat(turns(world)).isEqualTo("1 waiting");
      assertThat(
              world.one("SELECT round(extract(epoch FROM due_at - first_at)) FROM gateway.turns"))
          .isEqualTo("30");
      world.clock.pass(Duration.ofSeconds(6));
      Await.until("one answer", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      assertThat(maya.shows()).isEmpty();
      assertThat(turns(world)).isEqualTo("1 answered");
      assertThat(
              world.one(
                  "SELECT count(DISTINCT therapy_session_id)::text || ' ' || count(*)"
                      + " FROM whatsapp_messages WHERE therapy_session_id IS NOT NULL"))
          .isEqualTo("1 4");
    }
  }

  @Test
  void settingsOutOfRangeAndMissingOnesAreTakenByTheirMeaning() {
    try (World world = World.brisk()) {
      Someone below =
          world
              .person("Maya", NUMBER)
              .configured("response_delay_seconds, ai_personality_id", "-5, 'nobody'");
      below.texts("hello");
      below.receives(1);
      assertThat(world.one("SELECT why FROM gateway.gate_decisions WHERE decision = 'answered'"))
          .contains("default");

      Someone above =
          world.person("Ben", "+12025550142").configured("response_delay_seconds", "99999");
      above.texts("hello");
      assertThat(seconds(world, above)).isEqualTo("3600");

      Someone nothing =
          world
              .person("Ana", "+12025550143")
              .configured(
                  "response_delay_seconds, ai_personality_id, business_hours_enabled,"
                      + " business_timezone, auto_responses_enabled, crisis_escalation_enabled,"
                      + " message_encryption_enabled",
                  "NULL, NULL, NULL, NULL, NULL, NULL, NULL");
      nothing.texts("hello");
      assertThat(seconds(world, nothing)).isEqualTo("2");
      Someone noRow = world.person("Eli", "+12025550144");
      noRow.texts("hello");
      assertThat(seconds(world, noRow)).isEqualTo("2");
      world.clock.pass(Duration.ofSeconds(3));
      nothing.receives(1);
      noRow.receives(1);
    }
  }

  @Test
  void anUnknownTimeZoneIsUtcAndStandsInTheTimeline() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER);
      maya.configured(
          "response_delay_seconds, business_hours_enabled, business_hours_start,"
              + " business_hours_end, business_timezone",
          "0, true, '08:00', '20:00', 'Mars/Olympus'");
      world.clock.goTo(next(world, ZoneId.of("UTC"), LocalTime.of(21, 0)));
      maya.texts("hello there");
      assertThat(maya.receives(1)).contains("8:00");
      world.clock.goTo(next(world, ZoneId.of("UTC"), LocalTime.of(8, 0)));
      maya.receives(2);
      String why = "SELECT string_agg(why, '|') FROM gateway.gate_decisions WHERE decision = ";
      assertThat(world.one(why + "'closed'")).contains("zone", "UTC").doesNotContain("|");
      assertThat(world.one(why + "'answered'")).contains("zone", "UTC").doesNotContain("|");

      Someone ben = world.person("Ben", "+12025550142");
      ben.configured("response_delay_seconds, business_timezone", "0, 'Europe/Berlin'");
      ben.texts("hello there");
      ben.receives(1);
      assertThat(world.one(why + "'answered' AND user_id = '" + ben.id + "'")).isEqualTo("due");
    }
  }

  @Test
  void aClosedOfficeSaysSoOnceAndAnswersAllAtTheNextOpening() {
    try (World world = World.brisk()) {
      ZoneId zone = ZoneId.of("Asia/Kolkata");
      Someone maya = world.person("Maya", NUMBER);
      maya.configured(
          "response_delay_seconds, business_hours_enabled, business_hours_start,"
              + " business_hours_end, business_timezone",
          "0, true, '22:00', '06:00', 'Asia/Kolkata'");
      world.clock.goTo(next(world, zone, LocalTime.of(12, 0)));

      maya.texts("hello there");
      String away = maya.receives(1);
      assertThat(away).contains("10:00").contains("988");
      maya.sends(ChannelName.WHATSAPP, "and one thing more");
      world.clock.pass(Duration.ofHours(3));
      maya.texts("are you there?");
      Await.until("all wait", () -> turns(world).endsWith("1 waiting"));
      assertThat(maya.shows()).hasSize(1);
      assertThat(maya.shows(ChannelName.WHATSAPP)).isEmpty();
      assertThat(
              world.one(
                  "SELECT string_agg(DISTINCT sender_type, ' ') FROM whatsapp_messages"
                      + " WHERE sender_type <> 'user'"))
          .isEqualTo("system");

      world.clock.goTo(next(world, zone, LocalTime.of(22, 0)));
      maya.receives(2);
      assertThat(turns(world)).startsWith("1 answered").doesNotContain("waiting");
      assertThat(
              world.one(
                  "SELECT count(*) FROM gateway.inbound i JOIN gateway.turns t ON t.id = i.turn_id"
                      + " WHERE t.state = 'answered'"))
          .isEqualTo("3");

      world.clock.goTo(next(world, zone, LocalTime.of(7, 0)));
      maya.texts("good morning");
      assertThat(maya.receives(3)).contains("10:00");

      maya.texts("sometimes I wish I would not wake up any more");
      assertThat(maya.receives(4)).contains("988");
      assertThat(maya.shows()).hasSize(4);
    }
  }

  @Test
  void missingOrEqualHoursAreAlwaysOpenAndADayMayEndAtMidnight() {
    try (World world = World.brisk()) {
      String columns =
          "response_delay_seconds, business_hours_enabled, business_hours_start,"
              + " business_hours_end, business_timezone";
      Someone equal =
          world.person("Maya", NUMBER).configured(columns, "0, true, '09:00', '09:00', 'UTC'");
      Someone missing =
          world
              .person("Ben", "+12025550142")
              .configured(columns, "0, true, '09:00', NULL, 'Nowhere/At_All'");
      Someone midnight =
          world
              .person("Ana", "+12025550143")
              .configured(columns, "0, true, '00:00', '24:00', 'Europe/Berlin'");
      for (Someone one : new Someone[] {equal, missing, midnight}) {
        one.texts("hello");
        one.receives(1);
      }
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'ai'"))
          .isEqualTo("3");
    }
  }

  @Test
  void whereAutomaticRepliesAreOffMessagesWaitButDangerIsAnswered() {
    try (World world = World.brisk()) {
      Someone maya =
          world
              .person("Maya", NUMBER)
              .configured(
                  "response_delay_seconds, auto_responses_enabled, business_hours_enabled,"
                      + " business_hours_start, business_hours_end",
                  "0, false, true, '01:00', '01:01'");
      maya.texts("hello there");
      maya.texts("I wish I would not wake up any more");
      Await.until(
          "operators",
          () -> !world.simulation.mail().mailsTo("desk@therapysync.example").isEmpty());
      assertThat(world.one("SELECT count(*) FROM gateway.turns")).isEqualTo("0");
      assertThat(maya.shows()).isEmpty();
      maya.texts("I am going to kill myself tonight");
      assertThat(maya.receives(1)).contains("988");
    }
  }

  @Test
  void whoseConversationAHumanHoldsIsLeftToThem() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).configured("response_delay_seconds", "20");
      maya.texts("hello there");
      world.run(
          "INSERT INTO gateway.takeovers (user_id, operator_id, since)"
              + " VALUES ('%1$s', '%1$s', now())".formatted(maya.id));
      world.clock.pass(Duration.ofSeconds(21));
      Await.until("left alone", () -> turns(world).equals("1 left"));
      maya.texts("are you there?");
      assertThat(turns(world)).isEqualTo("1 left");
      world.run("DELETE FROM gateway.takeovers");
      maya.texts("hello?");
      world.clock.pass(Duration.ofSeconds(21));
      maya.receives(1);
    }
  }

  @Test
  void theLanguageIsThePreferredOneUnlessOnlyTheProfileNamesAnother() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.run("UPDATE profiles SET preferred_language = 'de' WHERE id = '%s'".formatted(maya.id));
      Someone ana = world.person("Ana", "+12025550143").unhurried();
      world.run(
          "INSERT INTO user_cultural_profiles (user_id, primary_language) VALUES ('%s', 'es')"
              .formatted(ana.id));
      maya.texts("hello there");
      assertThat(maya.receives(1)).contains("KI");
      ana.texts("hello there");
      assertThat(ana.receives(1)).contains("IA");

      maya.texts("A veces pienso que todos estarían mejor sin mí y que ya no quiero despertar");
      assertThat(maya.receives(2)).containsAnyOf("vida", "morir", "suicid");
    }
  }

  private static String turns(World world) {
    return world.one(
        "SELECT string_agg(n || ' ' || state, ', ' ORDER BY state) FROM"
            + " (SELECT state, count(*) AS n FROM gateway.turns GROUP BY state) t");
  }

  private static String seconds(World world, Someone someone) {
    return world.one(
        "SELECT round(extract(epoch FROM due_at - first_at)) FROM gateway.turns"
            + " WHERE user_id = '%s'".formatted(someone.id));
  }

  private static Instant next(World world, ZoneId zone, LocalTime time) {
    ZonedDateTime now = world.clock.instant().atZone(zone);
    ZonedDateTime today = now.with(time);
    return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
  }
}
