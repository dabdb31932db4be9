package ai.therapysync.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.intake.Sender;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.keys.DataKeys;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others wrote in clear, and what is left when a person's key is gone. */
class ClearRowsTest {
  private static final UUID MAYA = new UUID(1, 1);
  private static final UUID LEE = new UUID(1, 2);
  private static final UUID NUMBER = new UUID(2, 1);

  private final TestDatabase test = TestDatabase.fresh();
  private final Jdbi jdbi = test.database().jdbi();
  private final Contents contents = new Contents(new Sealer(Keyset.create()));
  private final Codes codes = new Codes(MacKey.create());
  private final DataKeys keys =
      new DataKeys(jdbi, new AuditLog(MacKey.create(), InstantSource.system()));
  private final ClearRows rows = new ClearRows(jdbi, contents, codes);

  @BeforeEach
  void mayaIsSealedAndLeeIsNot() {
    test.run(
        """
        INSERT INTO auth.users (id) VALUES ('%1$s'), ('%2$s');
        INSERT INTO profiles (id, email, name) VALUES ('%1$s', 'm', 'Maya'), ('%2$s', 'l', 'Lee');
        INSERT INTO whatsapp_config (user_id, message_encryption_enabled) VALUES ('%2$s', false);
        INSERT INTO whatsapp_integrations (id, user_id, phone_number, access_token, verification_code)
          VALUES ('%3$s', '%1$s', '+12025550141', 'EAAG-token', '12 34 56'),
            (gen_random_uuid(), '%2$s', '+12025550142', NULL, '');
        INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content)
          SELECT '%3$s', '%1$s', 'user', 'I slept badly ' || n FROM generate_series(1, 250) n;
        INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content)
          VALUES ('%3$s', '%2$s', 'user', 'kept in clear');
        """
            .formatted(MAYA, LEE, NUMBER));
  }

  @AfterEach
  void drop() {
    test.close();
  }

  private void sealAll() {
    while (rows.sealSome()) {
      // Some at a time.
    }
  }

  @Test
  void tokensCodesAndMessagesAreSealedAndWorkAsBefore() {
    sealAll();

    assertThat(test.value("SELECT count(*) FROM whatsapp_messages WHERE content LIKE '%slept%'"))
        .isEqualTo("0");
    assertThat(test.value("SELECT content FROM whatsapp_messages WHERE user_id = '" + LEE + "'"))
        .isEqualTo("kept in clear");
    String token =
        test.value("SELECT access_token FROM whatsapp_integrations WHERE id = '" + NUMBER + "'");
    assertThat(token).startsWith("sealed:v1:");
    assertThat(read(MAYA, token, NUMBER)).isEqualTo("EAAG-token");
    UUID first =
        UUID.fromString(test.value("SELECT id FROM whatsapp_messages ORDER BY id LIMIT 1"));
    assertThat(read(MAYA, content(first), first)).startsWith("I slept badly");
    assertThat(
            test.value(
                "SELECT verification_code FROM whatsapp_integrations WHERE id = '" + NUMBER + "'"))
        .startsWith("mac:");
    Codes.Issued issued = jdbi.inTransaction(handle -> codes.issued(handle, NUMBER));
    assertThat(codes.matches(new Sender.PendingCode(NUMBER, issued.codeMac(), false, 5), "123456"))
        .isTrue();
    assertThat(codes.matches(new Sender.PendingCode(NUMBER, issued.codeMac(), false, 5), "123457"))
        .isFalse();
  }

  @Test
  void withoutTheirKeyAPersonsMessagesAreUnreadableAndNewOnesAreNot() {
    sealAll();
    UUID first =
        UUID.fromString(test.value("SELECT id FROM whatsapp_messages ORDER BY id LIMIT 1"));

    DataKeys.Destroyed destroyed = keys.destroy(MAYA);

    assertThat(destroyed).isEqualTo(new DataKeys.Destroyed.Gone(0));
    assertThat(read(MAYA, content(first), first)).isEmpty();
    UUID next = UUID.randomUUID();
    String sealed =
        jdbi.inTransaction(
            handle -> contents.seal(contents.keyOf(handle, MAYA), true, "a new day", next));
    assertThat(read(MAYA, sealed, next)).isEqualTo("a new day");
    assertThat(read(MAYA, content(first), first)).isEmpty();
  }

  @Test
  void nobodysKeyAndAKeyInDangerAreLeft() {
    UUID nobody = UUID.randomUUID();
    DataKeys.Destroyed none = keys.destroy(nobody);
    assertThat(none).isEqualTo(new DataKeys.Destroyed.Nobody());

    sealAll();
    test.run(
        "INSERT INTO crisis_interventions (user_id, intervention_type) VALUES ('%s', 'escalation')"
            .formatted(MAYA));
    DataKeys.Destroyed held = keys.destroy(MAYA);
    assertThat(held).isEqualTo(new DataKeys.Destroyed.InDanger());
    assertThat(test.value("SELECT count(*) FROM gateway.data_keys")).isEqualTo("1");
  }

  @Test
  void whatWasNeverSealedStaysAndIsCounted() {
    DataKeys.Destroyed destroyed = keys.destroy(LEE);

    assertThat(destroyed).isEqualTo(new DataKeys.Destroyed.Gone(1));
  }

  private String content(UUID message) {
    return test.value("SELECT content FROM whatsapp_messages WHERE id = '" + message + "'");
  }

  private String read(UUID person, String stored, UUID row) {
    return jdbi.inTransaction(
        handle -> Utterances.readable(contents, contents.keyOf(handle, person), stored, row));
  }
}
