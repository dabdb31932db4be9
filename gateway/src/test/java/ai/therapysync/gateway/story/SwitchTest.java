package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.wiring.SwitchDesk;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.Sealer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule 31: every channel can be switched off at once, and SMS can do all that WhatsApp can. */
final class SwitchTest {
  private static final String NUMBER = "+12025550171";

  private final World world = World.brisk();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void rule31_whoWritesByWhatsappIsToldOnceAndAnsweredBySms() {
    Someone maya = world.person("Maya", NUMBER).unhurried();
    world.run("UPDATE profiles SET preferred_language = 'es'");
    turn("whatsapp", false);
    maya.sends(ChannelName.WHATSAPP, "Hoy ha sido un buen día");
    assertThat(maya.receives(1)).contains("WhatsApp no está disponible").contains(World.SMS);
    maya.receives(2);
    maya.sends(ChannelName.WHATSAPP, "He salido a pasear");
    maya.receives(3);
    assertThat(maya.shows()).hasSize(3).filteredOn(text -> text.contains("WhatsApp")).hasSize(1);
    assertThat(maya.shows(ChannelName.WHATSAPP)).isEmpty();
    assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'user'"))
        .isEqualTo("2");

    turn("whatsapp", true);
    maya.sends(ChannelName.WHATSAPP, "Y he cocinado");
    Await.until("an answer by WhatsApp", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
    assertThat(
            world.one(
                "SELECT string_agg(action || ' ' || fields[1], ', ' ORDER BY number)"
                    + " FROM gateway.audit_log WHERE resource = 'channels'"))
        .isEqualTo("switch_off whatsapp, switch_on whatsapp");
  }

  @Test
  void rule31_dangerOnASwitchedOffChannelIsAnsweredByWhatIsLeft() {
    Someone maya = world.person("Maya", NUMBER).unhurried();
    Contact tom = world.contact(maya, "Tom", "+12025550172", "tom@example.org");
    turn("whatsapp", false);
    maya.sends(ChannelName.WHATSAPP, "I am going to kill myself tonight");
    maya.incidentIs("notified");
    assertThat(maya.receives(1)).contains("988");
    tom.receives("Maya");
    assertThat(maya.shows(ChannelName.WHATSAPP)).isEmpty();
  }

  @Test
  void rule31_withoutSmsPagesGoByMailAndWithoutAnythingItIsLoud() {
    Someone maya = world.person("Maya", NUMBER).unhurried();
    Contact tom = world.contact(maya, "Tom", "+12025550172", "tom@example.org");
    turn("sms", false);
    maya.texts("I am going to kill myself tonight");
    Await.until("a mail", () -> world.simulation.mail().mailsTo("tom@example.org").size() == 1);
    maya.incidentIs("notified");
    assertThat(tom.shows()).isEmpty();
    Await.until(
        "the safe reply by the other way",
        () -> maya.shows(ChannelName.WHATSAPP).stream().anyMatch(text -> text.contains("988")));
    assertThat(world.page("/health/ready")).contains("switched off since").contains("channel on");
    turn("whatsapp", false);
    assertThat(world.page("/health/ready")).contains("ALL SWITCHED OFF");
  }

  private void turn(String part, boolean on) {
    Sealer sealer = new Sealer(Keyset.parse(world.set("GATEWAY_KEYSET")));
    assertThat(new SwitchDesk(world.database.database(), sealer, world.clock).turn(part, on))
        .isTrue();
  }
}
