package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A verified number names exactly one person, however it is written, and only as long as it stays.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersTest {
  private static final String VERIFIED =
      "INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified, verification_code) VALUES (?, ?, true, 'c')";
  private static final String STATE =
      "SELECT concat_ws(' ', is_verified, verification_code) FROM whatsapp_integrations WHERE user_id = ?";

  private final Cluster cluster = Cluster.start();
  private final Database database = cluster.empty().migrated();
  private final People people = new People(database);
  private UUID maya = UUID.randomUUID();

  @BeforeEach
  void mayaJoins() {
    database.execute("DELETE FROM whatsapp_messages");
    database.execute("DELETE FROM whatsapp_integrations");
    maya = people.join("Maya");
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource({
    "+15550100001, 15550100001",
    "+1 (555) 010-0001, 15550100001",
    "001 555 010 0001, 15550100001",
    "whatsapp:+15550100001, 15550100001",
    "+٩٦٦٥٠٠٠٠٠٠٠١, 966500000001",
    "+९१५५५०१००००१, 915550100001",
    "none, ''",
  })
  void aNumberIsItsDigits(String written, String digits) {
    assertThat(database.value("SELECT gateway.digits(?)", written)).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+15550100001", "+1 (555) 010-0001", "00 1 555 010 0001"})
  void aSecondPersonCanNotHoldAVerifiedNumber(String written) {
    database.execute(VERIFIED, maya, "+1 555 010 0001");
    UUID tom = people.join("Tom");

    assertThatThrownBy(() -> database.execute(VERIFIED, tom, written))
        .isInstanceOfSatisfying(
            Database.Refused.class, refusal -> assertThat(refusal.state()).isEqualTo("23505"));
    database.execute(
        "INSERT INTO whatsapp_integrations (user_id, phone_number) VALUES (?, ?)", tom, written);
    database.execute("UPDATE whatsapp_integrations SET is_active = false WHERE user_id = ?", maya);
    database.execute("UPDATE whatsapp_integrations SET is_verified = true WHERE user_id = ?", tom);
  }

  @Test
  void aPersonWhoChangesTheirNumberIsUnverified() {
    database.execute(VERIFIED, maya, "+15550100001");
    database.as(
        maya,
        session ->
            Database.execute(
                session, "UPDATE whatsapp_integrations SET phone_number = '+15550100002'"));

    assertThat(database.value(STATE, maya)).isEqualTo("f");
  }

  @Test
  void theSameNumberInAnotherHandStaysVerified() {
    database.execute(VERIFIED, maya, "+15550100001");
    database.as(
        maya,
        session ->
            Database.execute(
                session, "UPDATE whatsapp_integrations SET phone_number = '+1 (555) 010-0001'"));

    assertThat(database.value(STATE, maya)).isEqualTo("t c");
  }

  @Test
  void theGatewayMayChangeAndVerifyInOneStatementOnlyWhatWasNotVerified() {
    database.execute(VERIFIED, maya, "+15550100001");
    database.execute(
        "UPDATE whatsapp_integrations SET phone_number = '+15550100002', is_verified = true");
    assertThat(database.value(STATE, maya)).isEqualTo("f");

    database.execute(
        "UPDATE whatsapp_integrations SET phone_number = '+15550100003', is_verified = true, verification_code = 'd'");
    assertThat(database.value(STATE, maya)).isEqualTo("t d");
  }

  @Test
  void updatedAtFollowsEachChangeUnlessTheChangeSaysOtherwise() {
    database.execute(VERIFIED, maya, "+15550100001");
    String old = "UPDATE whatsapp_integrations SET updated_at = '2020-01-01Z'";
    String year = "SELECT extract(year FROM updated_at)::int > 2020 FROM whatsapp_integrations";

    database.execute(old);
    assertThat(database.value(year)).isEqualTo("f");
    database.execute("UPDATE whatsapp_integrations SET webhook_url = 'x'");
    assertThat(database.value(year)).isEqualTo("t");
  }

  @Test
  void settingsCultureAndProvidersIdsAreUnique() {
    String withoutId =
        "INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content) VALUES (?, ?, 'ai', 'x')";
    UUID integration =
        UUID.fromString(database.value(VERIFIED + " RETURNING id", maya, "+15550100001"));
    String message =
        "INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content, whatsapp_message_id) VALUES (?, ?, 'user', 'x', ?)";
    database.execute(withoutId, integration, maya);
    database.execute(withoutId, integration, maya);
    database.execute(message, integration, maya, "SM1");
    assertThatThrownBy(() -> database.execute(message, integration, maya, "SM1"))
        .hasMessageContaining("idx_whatsapp_messages_whatsapp_message_id_unique");

    for (String table : new String[] {"whatsapp_config", "user_cultural_profiles"}) {
      String insert = "INSERT INTO " + table + " (user_id) VALUES (?)";
      database.execute(insert, maya);
      assertThatThrownBy(() -> database.execute(insert, maya)).hasMessageContaining("_unique");
    }
  }
}
