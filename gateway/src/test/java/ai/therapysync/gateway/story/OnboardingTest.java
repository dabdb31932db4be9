package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the door is open a stranger is led in by chat, one question a message. */
final class OnboardingTest {
  private static final String NUMBER = "+12025550171";

  @Test
  void aStrangerJoinsNamesAContactAndTalks() {
    try (World world = open()) {
      Phone stranger = new Phone(world, NUMBER);
      stranger.texts("hello");
      assertThat(stranger.receives(1))
          .contains("AI companion", "not a human", "988", "emergency contacts")
          .endsWith("Do you agree?\n1 Yes\n2 No");
      stranger.texts("Yes");
      assertThat(stranger.receives(2)).contains("first name");
      world.restart();
      stranger.texts("I'm Maya");
      assertThat(stranger.receives(3)).contains("Maya").contains("How old");
      stranger.texts("I'm 34");
      assertThat(stranger.receives(4)).contains("Maya").contains("emergency contact");
      assertThat(
              world.one(
                  "SELECT p.name || ' ' || p.preferred_language || ' ' || i.phone_number || ' '"
                      + " || i.is_verified || ' ' || c.channel || ' ' || (u.email = p.email)"
                      + " || ' ' || (u.email LIKE '%@number.invalid')"
                      + " FROM profiles p JOIN auth.users u ON u.id = p.id"
                      + " JOIN whatsapp_integrations i ON i.user_id = p.id"
                      + " JOIN gateway.consents c ON c.user_id = p.id"))
          .isEqualTo("Maya en +12025550171 true sms true true");
      assertThat(world.one("SELECT count(*) FROM gateway.onboardings")).isEqualTo("0");

      stranger.texts("yes please");
      assertThat(stranger.receives(5)).contains("name of the person");
      stranger.texts("My sister is called Ana, she is great");
      assertThat(stranger.receives(6)).isNotBlank();
      stranger.texts("add an emergency contact");
      assertThat(stranger.receives(7)).contains("name of the person");
      stranger.texts("Ana Ruiz");
      assertThat(stranger.receives(8)).contains("Ana Ruiz");
      stranger.texts("12345678901234567");
      assertThat(stranger.receives(9)).contains("can't read that");
      stranger.texts(NUMBER);
      assertThat(stranger.receives(10)).contains("your own number");
      stranger.texts("(202) 555-0172");
      assertThat(stranger.receives(11)).contains("What is Ana Ruiz to you");
      stranger.texts("my sister");
      assertThat(stranger.receives(12)).contains("will be asked for help");
      assertThat(
              world.one(
                  "SELECT name || ' ' || phone_number || ' ' || relationship || ' ' || is_primary"
                      + " FROM emergency_contacts"))
          .isEqualTo("Ana Ruiz +12025550172 my sister true");
      stranger.texts("I had a long day at work");
      assertThat(stranger.receives(13)).doesNotContain("AI companion");
    }
  }

  @Test
  void aYoungPersonFindsAKindClosedDoorAndNoAgeIsKept() {
    try (World world = open()) {
      Phone stranger = new Phone(world, "+447700900171");
      answer(stranger, "hello", "yes", "Tim", "15");
      assertThat(stranger.receives(4)).contains("Childline").contains("18");
      assertThat(world.one("SELECT count(*) FROM auth.users")).isEqualTo("0");
      assertThat(
              world.one(
                  "SELECT step || coalesce(name, '') || coalesce(consent_version, '')"
                      + " FROM gateway.onboardings"))
          .isEqualTo("too_young");
      stranger.texts("ok I'm 25");
      Await.until("silence", () -> gates(world, "silent") == 1);
      assertThat(stranger.shows()).hasSize(4);
      stranger.texts("I am going to kill myself tonight");
      assertThat(stranger.receives(5)).contains("116 123");
    }
  }

  @Test
  void aNoEndsItKindlyAndAYesLaterLeadsOn() {
    try (World world = open()) {
      Phone stranger = new Phone(world, NUMBER);
      answer(stranger, "good morning", "no");
      assertThat(stranger.receives(2)).contains("nothing but your no").contains("988");
      stranger.texts("what is this?");
      Await.until("silence", () -> gates(world, "silent") == 1);
      assertThat(world.one("SELECT step FROM gateway.onboardings")).isEqualTo("refused");
      stranger.texts("yes");
      assertThat(stranger.receives(3)).contains("first name");
      world.clock.pass(Duration.ofDays(31));
      Await.until(
          "nothing left", () -> world.one("SELECT count(*) FROM gateway.onboardings").equals("0"));
    }
  }

  @Test
  void whatMakesNoSenseIsAskedAgainTwiceAndNoMore() {
    try (World world = open()) {
      Phone stranger = new Phone(world, NUMBER);
      answer(stranger, "hello", "what is that?", "tell me more about this");
      assertThat(stranger.receives(3)).contains("once more", "1 Yes");
      stranger.texts("hmm");
      Await.until("silence", () -> gates(world, "silent") == 1);
      assertThat(stranger.shows()).hasSize(3);
      stranger.texts("I agree");
      assertThat(stranger.receives(4)).contains("first name");
      answer(stranger, 4, "Maya", "under 18", "nearly 18");
      assertThat(stranger.receives(7)).contains("as a number");
      stranger.texts("19 years old");
      assertThat(stranger.receives(8)).contains("you are in");
    }
  }

  @Test
  void anUnclearLanguageIsAskedForAndAClearOneIsSpoken() {
    try (World world = open()) {
      Phone unclear = new Phone(world, "+4915123456701");
      answer(unclear, "hi", "ok", "Kim");
      assertThat(unclear.receives(1)).contains("KI-Begleiter");
      assertThat(unclear.receives(3)).contains("español");
      assertThat(unclear.receives(3)).endsWith("\n8 العربية");
      unclear.texts("1");
      assertThat(unclear.receives(4)).contains("How old");
      Phone clear = new Phone(world, "+4915123456702");
      clear.texts("Hola, me siento muy solo y no sé qué hacer con mi vida");
      assertThat(clear.receives(1)).contains("acompañante de IA");
      answer(clear, 1, "sí", "Me llamo Ana", "41 años");
      assertThat(clear.receives(4)).contains("Ana").contains("contacto de emergencia");
      assertThat(world.one("SELECT preferred_language FROM profiles WHERE name = 'Ana'"))
          .isEqualTo("es");
    }
  }

  @Test
  void dangerIsAnsweredAsEverAtEveryStep() {
    try (World world = open()) {
      Phone stranger = new Phone(world, NUMBER);
      stranger.texts("I am going to kill myself tonight");
      assertThat(stranger.receives(1)).contains("988").doesNotContain("1 Yes");
      stranger.texts("hello");
      assertThat(stranger.receives(2)).contains("1 Yes");
      stranger.texts("yes");
      stranger.receives(3);
      stranger.texts("HELP");
      assertThat(stranger.receives(4)).contains("safe");
      stranger.texts("Maya");
      assertThat(stranger.receives(5)).contains("How old");
      assertThat(world.one("SELECT count(*) FROM auth.users")).isEqualTo("0");
    }
  }

  @Test
  void aBurstMakesOneAccountAndAsksNothingTwice() {
    try (World world = open()) {
      Phone stranger = new Phone(world, NUMBER);
      answer(stranger, "hello", "yes", "Maya");
      CompletableFuture.allOf(
              IntStream.range(0, 6)
                  .mapToObj(_ -> CompletableFuture.runAsync(() -> stranger.texts("34")))
                  .toArray(CompletableFuture[]::new))
          .join();
      stranger.receives("you are in");
      assertThat(world.one("SELECT count(*) FROM auth.users")).isEqualTo("1");
      assertThat(world.one("SELECT count(*) FROM whatsapp_integrations")).isEqualTo("1");
      assertThat(world.one("SELECT count(*) FROM gateway.consents")).isEqualTo("1");
    }
  }

  @Test
  void whatAStrangerSaysIsNotKeptAndStopForgetsThem() {
    try (World world = open()) {
      Phone stranger = new Phone(world, NUMBER);
      stranger.texts("hello, " + "my boss shouted at me and I am so tired of it. ".repeat(9));
      assertThat(stranger.receives(1)).contains("1 Yes");
      assertThat(world.one("SELECT (max(length(content)) < 120)::text FROM gateway.inbound"))
          .isEqualTo("true");
      stranger.texts("STOP");
      Await.until(
          "forgotten", () -> world.one("SELECT count(*) FROM gateway.onboardings").equals("0"));
      stranger.texts("hello");
      assertThat(stranger.shows()).filteredOn(text -> text.contains("1 Yes")).hasSize(1);
    }
  }

  @Test
  void whoNamesAContactAtOnceIsUnderstood() {
    try (World world = open()) {
      Phone stranger = new Phone(world, NUMBER);
      stranger.texts("Hola, buenas tardes");
      assertThat(stranger.receives(1)).contains("acompañante de IA");
      String[] answers = {"sí", "Lucía", "34", "mi hermano Carlos, +12025550199"};
      for (int i = 0; i < answers.length; i++) {
        stranger.texts(answers[i]);
        stranger.receives(i + 2);
      }
      assertThat(stranger.receives(5)).contains("Carlos").doesNotContain("mi hermano");
      stranger.texts("mis contactos");
      assertThat(stranger.receives(6)).contains("Carlos, hermano, +12025550199");
    }
  }

  @Test
  void byInvitationTheDoorStaysClosed() {
    try (World world = World.brisk()) {
      Phone stranger = new Phone(world, NUMBER);
      stranger.texts("hello");
      assertThat(stranger.receives(1)).contains("already with TherapySync");
      assertThat(world.one("SELECT count(*) FROM gateway.onboardings")).isEqualTo("0");
    }
  }

  private static World open() {
    return World.brisk(Map.of("GATEWAY_ONBOARDING", "open"));
  }

  private static void answer(Phone stranger, String... texts) {
    answer(stranger, 0, texts);
  }

  private static void answer(Phone stranger, int shown, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      stranger.texts(texts[i]);
      stranger.receives(shown + i + 1);
    }
  }

  private static int gates(World world, String decision) {
    return Integer.parseInt(
        world.one(
            "SELECT count(*) FROM gateway.gate_decisions WHERE gate = 'onboarding'"
                + " AND decision = '%s'".formatted(decision)));
  }
}
