package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number is a person's once it has sent the code that only they were told. */
final class NumberCodeTest {
  private World world;
  private UUID rosa;
  private String numbers;
  private Client herself;

  @BeforeEach
  void open() {
    world = World.brisk();
    rosa = Someone.account(world, "Rosa");
    numbers = "/users/" + rosa + "/whatsapp-integrations";
    herself = Client.of(world, rosa);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Client.Reply add(String number) {
    return herself.post(numbers, "{\"phone_number\": \"%s\"}".formatted(number));
  }

  private String verified(Client.Reply added) {
    return herself.get(numbers + "/" + added.text("id")).text("is_verified");
  }

  @Test
  void theCodeIsToldOnceAndVerifiesTheNumberThatSendsIt() {
    Client.Reply added = add("+12025550171");
    assertThat(added.status()).isEqualTo(201);
    String code = added.text("verification_code");
    assertThat(code).matches("[0-9]{6}");
    assertThat(herself.get(numbers + "/" + added.text("id")).body().has("verification_code"))
        .isFalse();
    assertThat(world.one("SELECT verification_code FROM whatsapp_integrations"))
        .startsWith("mac:")
        .doesNotContain(code);
    new Phone(world, "+12025550171").texts(code.substring(0, 3) + " " + code.substring(3));
    Await.until("verified", () -> verified(added).equals("true"));
    assertThat(herself.post(numbers + "/" + added.text("id") + "/verification-code", "").status())
        .isEqualTo(409);
  }

  @Test
  void aNewCodeTakesTheOldOnesPlaceAndGrowsOldItself() {
    Client.Reply added = add("+12025550171");
    Client.Reply again = herself.post(numbers + "/" + added.text("id") + "/verification-code", "");
    assertThat(again.status()).isEqualTo(200);
    Phone phone = new Phone(world, "+12025550171");
    if (!again.text("verification_code").equals(added.text("verification_code"))) {
      phone.texts(added.text("verification_code"));
      assertThat(verified(added)).isEqualTo("false");
    }
    world.clock.pass(Duration.ofMinutes(16));
    phone.texts(again.text("verification_code"));
    assertThat(verified(added)).isEqualTo("false");
    Client.Reply third = herself.post(numbers + "/" + added.text("id") + "/verification-code", "");
    phone.texts(third.text("verification_code"));
    Await.until("verified", () -> verified(added).equals("true"));
  }

  @Test
  void fiveCodesAnHourAreEnough() {
    Client.Reply added = add("+12025550171");
    String code = numbers + "/" + added.text("id") + "/verification-code";
    for (int number = 2; number <= 5; number++) {
      assertThat(herself.post(code, "").status()).isEqualTo(200);
    }
    Client.Reply refused = herself.post(code, "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("")))
        .isBetween(3_590, 3_602);
    assertThat(add("+12025550172").status()).isEqualTo(429);
    assertThat(world.one("SELECT count(*) FROM whatsapp_integrations")).isEqualTo("1");
    world.clock.pass(Duration.ofMinutes(61));
    herself = Client.of(world, rosa);
    assertThat(herself.post(code, "").status()).isEqualTo(200);
  }

  @Test
  void nothingTellsThatANumberIsSomebodyElses() {
    Someone omar = world.person("Omar", "+12025550173");
    Client.Reply taken = add("+12025550173");
    Client.Reply free = add("+12025550174");
    assertThat(taken.status()).isEqualTo(free.status()).isEqualTo(201);
    assertThat(taken.body().fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> free.body().fieldNames());
    assertThat(
            herself
                .patch(numbers + "/" + free.text("id"), "{\"phone_number\": \"+12025550173\"}")
                .status())
        .isEqualTo(200);
    String others = "/users/" + omar.id + "/whatsapp-integrations/" + omar.integration;
    assertThat(herself.post(others + "/verification-code", "").status()).isEqualTo(404);
    assertThat(herself.post(numbers + "/" + omar.integration + "/verification-code", "").status())
        .isEqualTo(404);
  }

  @Test
  void aNumberThatComesBackIsVerifiedAnewWhoeverHasItNow() {
    Someone omar = world.person("Omar", "+12025550175");
    Client him = Client.of(world, omar.id);
    String his = "/users/" + omar.id + "/whatsapp-integrations/" + omar.integration;
    him.patch(his, "{\"is_active\": false}");
    Client.Reply added = add("+12025550175");
    new Phone(world, "+12025550175").texts(added.text("verification_code"));
    Await.until("verified", () -> verified(added).equals("true"));

    Client.Reply back = him.patch(his, "{\"is_active\": true}");
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.body().path("is_verified").asBoolean()).isFalse();
  }
}
