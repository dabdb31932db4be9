package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A person chooses with whom they talk, and in which language. */
final class VoiceTest {
  private static final String NUMBER = "+12025550141";

  @Test
  void anotherVoiceIsChosenFromAListOrByName() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("I'd like to change my companion");
      assertThat(maya.receives(1)).contains("1 Amara").contains("12 Zara");
      maya.texts("1");
      assertThat(maya.receives(2)).contains("with Amara");
      assertThat(voice(world)).isEqualTo("Amara");
      maya.texts("talk to Kofi");
      assertThat(maya.receives(3)).contains("with Kofi");
      assertThat(voice(world)).isEqualTo("Kofi");
      maya.texts("I want to talk to Karim");
      assertThat(maya.receives(4)).doesNotContain("From now on");
      maya.texts("back to the default voice");
      maya.receives(5);
      assertThat(world.one("SELECT ai_personality_id FROM whatsapp_config")).isEqualTo("default");
    }
  }

  @Test
  void anotherLanguageIsNoticedOfferedAndChosen() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("Hola, hoy tengo mucho trabajo y no sé por dónde empezar");
      assertThat(maya.receives(1)).contains("¿Seguimos en español?");
      maya.texts("sí, por favor");
      assertThat(maya.receives(2)).contains("desde ahora te escribo en español");
      assertThat(world.one("SELECT preferred_language FROM profiles WHERE name LIKE 'Maya%'"))
          .isEqualTo("es");
      maya.texts("en inglés, por favor");
      assertThat(maya.receives(3)).contains("from now on I write in English");
      maya.texts("Hola, hoy tengo mucho trabajo y no sé por dónde empezar");
      assertThat(maya.receives(4)).doesNotContain("¿Seguimos");
    }
  }

  private static String voice(World world) {
    return world.one(
        "SELECT t.name FROM therapist_personalities t JOIN whatsapp_config w"
            + " ON w.ai_personality_id = t.id::text");
  }
}
