package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of a talk: sessions, memories, and the words themselves. */
final class MemoryTest {
  private static final String NUMBER = "+12025550141";

  @Test
  void aTalkIsASessionThatEndsWhenItGoesQuiet() {
    try (World world = World.brisk(Map.of("SESSION_QUIET_TIME", "PT30M"))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("hello there");
      maya.receives(1);
      world.clock.pass(Duration.ofMinutes(20));
      maya.texts("My sister is called Ana. I have an exam on Friday");
      maya.receives(2);
      assertThat(sessions(world)).isEqualTo("1 open");
      world.clock.pass(Duration.ofMinutes(20));
      maya.texts("it went well");
      maya.receives(3);
      assertThat(sessions(world)).isEqualTo("1 open");

      world.clock.pass(Duration.ofMinutes(31));
      Await.until("the end", () -> sessions(world).equals("1 ended"));
      assertThat(
              world.one(
                  "SELECT (end_time = (SELECT max(m.\"timestamp\") FROM whatsapp_messages m"
                      + " WHERE m.therapy_session_id = s.id))::text FROM therapy_sessions s"))
          .isEqualTo("true");
      assertThat(world.one("SELECT content FROM conversation_memory WHERE memory_type = 'session'"))
          .contains("Ana");
      assertThat(
              world.one(
                  "SELECT count(*) FROM whatsapp_messages WHERE therapy_session_id IS NOT NULL"))
          .isEqualTo("6");

      maya.texts("hello again");
      maya.receives(4);
      assertThat(sessions(world)).isEqualTo("1 ended, 1 open");
    }
  }

  @Test
  void whatWasToldIsRememberedAndSpokenOf() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.run(
          "INSERT INTO conversation_memory (user_id, memory_type, title, content,"
              + " importance_score) VALUES ('%s', 'trigger', 'the drummers upstairs: angry',"
                  .formatted(maya.id)
              + " 'the drummers upstairs make you angry', 0.9)");
      maya.texts("the drummers upstairs were at it again all night");
      assertThat(maya.receives(1)).contains("drummers upstairs");
      maya.texts("My brother is called Karim");
      maya.receives(2);
      assertThat(
              world.one(
                  "SELECT count(*) FROM conversation_memory WHERE memory_type = 'person'"
                      + " AND content LIKE '%Karim%' AND session_id IS NOT NULL"))
          .isEqualTo("1");
      maya.texts("what do you remember about me?");
      assertThat(maya.receives(3)).contains("Karim");
    }
  }

  @Test
  void wordsAreSealedUnlessThePersonSwitchesThatOffAndRowsByHandAreRead() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Someone ben =
          world
              .person("Ben", "+12025550142")
              .configured("response_delay_seconds, message_encryption_enabled", "0, false");
      world.run(
          "INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content)"
              + " VALUES ('%s', '%s', 'user', 'a line by hand'), ('%1$s', '%2$s', 'ai', 'sealed:v1:x')"
                  .formatted(maya.integration, maya.id));
      maya.texts("my secret garden");
      maya.receives(1);
      assertThat(contents(world, maya, "NOT LIKE 'sealed:%'")).isEqualTo("1");
      assertThat(contents(world, maya, "LIKE 'sealed:v1:%'")).isEqualTo("3");

      ben.texts("an open garden");
      String answer = ben.receives(1);
      assertThat(contents(world, ben, "= 'an open garden'")).isEqualTo("1");
      assertThat(contents(world, ben, "= '" + answer.replace("'", "''") + "'")).isEqualTo("1");
      ben.texts("sealed:v1:typed by hand");
      ben.receives(2);
      assertThat(everything(world)).doesNotContain("secret garden");
    }
  }

  @Test
  void theChosenVoiceAndTheCultureAreHeard() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER);
      String voice =
          world.one(
              "INSERT INTO therapist_personalities (name, title, description, approach,"
                  + " communication_style) VALUES ('Rumi', 'Guide', 'A guide', 'narrative',"
                  + " 'playful') RETURNING id::text");
      maya.configured("response_delay_seconds, ai_personality_id", "0, '" + voice + "'");
      maya.texts("hello there");
      assertThat(maya.receives(1)).contains("Rumi");
      assertThat(world.one("SELECT therapist_personality_id::text FROM therapy_sessions"))
          .isEqualTo(voice);
      assertThat(
              world.one(
                  "SELECT ai_response_metadata ->> 'personality' FROM whatsapp_messages"
                      + " WHERE sender_type = 'ai'"))
          .isEqualTo(voice);
      world.run("UPDATE therapist_personalities SET is_active = false");
      maya.texts("and how are you?");
      maya.receives(2);
      assertThat(
              world.one(
                  "SELECT count(*) FROM gateway.gate_decisions WHERE gate = 'turn'"
                      + " AND why LIKE '%default%'"))
          .isEqualTo("1");
    }
  }

  private static String sessions(World world) {
    return world.one(
        "SELECT string_agg(n || ' ' || state, ', ' ORDER BY state) FROM (SELECT count(*) AS n,"
            + " CASE WHEN end_time IS NULL THEN 'open' ELSE 'ended' END AS state"
            + " FROM therapy_sessions GROUP BY 2) s");
  }

  private static String contents(World world, Someone someone, String condition) {
    return world.one(
        "SELECT count(*) FROM whatsapp_messages WHERE user_id = '"
            + someone.id
            + "' AND content "
            + condition);
  }

  /** All that stands in the gateway's own tables. */
  private static String everything(World world) {
    return world.one(
        "SELECT string_agg(query_to_xml('SELECT * FROM gateway.' || quote_ident(tablename), true,"
            + " false, '')::text, '') FROM pg_tables WHERE schemaname = 'gateway'");
  }
}
