package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import ai.therapysync.gateway.simulator.network.Fault;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WhatsApp by Twilio and by Meta at once: each answer leaves by the sender that was written to. */
final class TwoProvidersTest {
  private static final String NUMBER = "+12025550141";

  private final MetaDouble meta = new MetaDouble();

  @AfterEach
  void close() {
    meta.close();
  }

  @Test
  void onePersonIsAnsweredByEachOnThatOnWhichTheyWrote() {
    try (World world = World.brisk(meta.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      MetaWire wire = new MetaWire(world);
      maya.sends(ChannelName.WHATSAPP, "I write to the one");
      Await.until("Twilio's", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      wire.texts(NUMBER, "and to the other");
      Await.until("Meta's", () -> meta.calls().size() == 1);
      maya.texts("and by SMS");
      maya.receives(1);
      assertThat(maya.shows(ChannelName.WHATSAPP)).hasSize(1);
      assertThat(meta.calls()).hasSize(1);
      assertThat(
              world.one(
                  "SELECT string_agg(provider || ' ' || sender, ', ' ORDER BY started_at)"
                      + " FROM gateway.deliveries"))
          .isEqualTo(
              "twilio %s, meta %s, twilio %s"
                  .formatted(World.WHATSAPP, MetaDouble.NUMBER_ID, World.SMS));
    }
  }

  @Test
  void anOperatorsWordsGoByTheSenderThatThePersonLastWroteTo() {
    try (World world = World.brisk(meta.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      MetaWire wire = new MetaWire(world);
      maya.sends(ChannelName.WHATSAPP, "hello");
      Await.until("Twilio's", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      wire.texts(NUMBER, "hello again");
      Await.until("Meta's", () -> meta.calls().size() == 1);
      assertThat(says(world, maya, "This is Ann").status()).isEqualTo(201);
      Await.until("the operator's", () -> meta.calls().size() == 2);
      assertThat(meta.calls().getLast().text()).isEqualTo("This is Ann");
      assertThat(maya.shows(ChannelName.WHATSAPP)).hasSize(1);
    }
  }

  @Test
  void whoSaidStopToOneIsStillAnsweredByTheOther() {
    try (World world = World.brisk(meta.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      MetaWire wire = new MetaWire(world);
      wire.texts(NUMBER, "STOP");
      Await.until("the confirmation", () -> meta.calls().size() == 1);
      wire.texts(NUMBER, "are you there?");
      maya.sends(ChannelName.WHATSAPP, "and you?");
      Await.until("Twilio's", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      assertThat(meta.calls()).hasSize(1);
      assertThat(world.one("SELECT sender FROM gateway.opt_outs")).isEqualTo(MetaDouble.NUMBER_ID);
    }
  }

  @Test
  void whenMetaIsSwitchedOffItsConversationsGoOnBySmsAndNeverByTwiliosWhatsapp() {
    try (World world = World.brisk(meta.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      meta.refuses(401, 190);
      new MetaWire(world).texts(NUMBER, "hello there");
      Await.until("refused", () -> !meta.calls().isEmpty());
      Map<String, String> off = new HashMap<>();
      meta.environment().keySet().forEach(name -> off.put(name, ""));
      world.restart(off);
      maya.receives(1);
      assertThat(maya.shows(ChannelName.WHATSAPP)).isEmpty();
    }
  }

  @Test
  void rule26_outsideTheWindowOfMetaAnAnswerArrivesBySms() {
    try (World world = World.brisk(meta.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      meta.refuses(400, 131047);
      new MetaWire(world).texts(NUMBER, "hello there");
      maya.receives(1);
      assertThat(meta.calls()).hasSize(1);
      assertThat(maya.shows(ChannelName.WHATSAPP)).isEmpty();
    }
  }

  @Test
  void whereSmsIsRefusedInDangerTheOtherWayIsTheSenderThatTheyKnow() {
    try (World world = World.brisk(meta.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      new MetaWire(world).texts(NUMBER, "hello there");
      Await.until("Meta's", () -> meta.calls().size() == 1);
      world.simulation.network().fault(NUMBER, Fault.REFUSED);
      maya.texts("I want to die. I am going to kill myself tonight");
      Await.until("Meta's", () -> meta.calls().size() == 2);
      assertThat(meta.calls().getLast().text()).contains("988");
      assertThat(maya.shows(ChannelName.WHATSAPP)).isEmpty();
    }
  }

  @Test
  void withMetaAloneWhatsappIsOnAndReady() {
    Map<String, String> environment = new HashMap<>(meta.environment());
    environment.put("TWILIO_WHATSAPP_FROM", "");
    try (World world = World.brisk(environment)) {
      world.person("Maya", NUMBER).unhurried();
      MetaWire wire = new MetaWire(world);
      wire.posts(MetaNotes.messages(MetaNotes.text("wamid.1", "12025550141", "hello")));
      Await.until("Meta's", () -> meta.calls().size() == 1);
      assertThat(wire.get("/health/ready").body()).contains("\"ready\"");
    }
  }

  private static Client.Reply says(World world, Someone person, String words) {
    return Client.operator(world, "support_admin")
        .post("/users/" + person.id + "/messages", "{\"content\": \"" + words + "\"}");
  }
}
