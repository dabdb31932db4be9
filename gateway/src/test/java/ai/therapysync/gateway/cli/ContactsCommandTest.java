package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.sealing.Keyset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactsCommandTest {
  private static final UUID MAYA = new UUID(1, 1);
  private static final UUID LEE = new UUID(1, 2);
  private static final UUID TOM = new UUID(3, 1);
  private static final UUID ANA = new UUID(3, 2);

  private final TestDatabase test = TestDatabase.fresh();
  private final String keyset = Keyset.create().json();

  @BeforeEach
  void mayaHasTwoContacts() {
    test.run(
        """
        INSERT INTO auth.users (id, email) VALUES ('%1$s', 'maya@example.org'), ('%2$s', 'l@example.org');
        INSERT INTO profiles (id, email, name) VALUES ('%1$s', 'maya@example.org', 'Maya'),
          ('%2$s', 'l@example.org', 'Lee');
        INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified)
          VALUES ('%1$s', '+12025550141', true);
        INSERT INTO emergency_contacts (id, user_id, name, phone_number, is_primary) VALUES
          ('%3$s', '%1$s', 'Tom', '+12025550151', true), ('%4$s', '%1$s', 'Ana', '911', false);
        """
            .formatted(MAYA, LEE, TOM, ANA));
  }

  @AfterEach
  void drop() {
    test.close();
  }

  @Test
  void everyContactHasALineOfIdsAndWhereTheyStand() {
    Typed typed = contacts("--all");
    assertThat(typed.out().lines())
        .containsExactly(MAYA + "  " + TOM + "  asked", MAYA + "  " + ANA + "  no way");
    assertThat(typed.code()).isZero();
    assertThat(test.value("SELECT purpose || ' ' || channel || ' ' || crisis FROM gateway.outbox"))
        .isEqualTo("contact_check sms false");
    assertThat(test.value("SELECT count(*) FROM gateway.tasks")).isEqualTo("1");
    assertThat(contacts("--all").out()).contains(TOM + "  waiting");
    assertThat(test.value("SELECT count(*) FROM gateway.outbox")).isEqualTo("1");
  }

  @Test
  void whoHasNobodyIsFoundWrong() {
    test.run("UPDATE emergency_contacts SET must_not_be_told = true WHERE name = 'Tom'");
    Typed typed = contacts("--person", MAYA.toString());
    assertThat(typed.out()).contains(TOM + "  not told", MAYA + "  nobody can be reached");
    assertThat(typed.code()).isEqualTo(1);
  }

  @Test
  void nobodyIsAskedDuringAnIncident() {
    test.run(
        "INSERT INTO crisis_interventions (user_id, intervention_type, status) VALUES ('"
            + MAYA
            + "', 'escalation', 'notified')");
    Typed typed = contacts("--person", MAYA.toString());
    assertThat(typed.out()).contains(TOM + "  not asked: an incident is open");
    assertThat(test.value("SELECT count(*) FROM gateway.outbox")).isEqualTo("0");
  }

  @Test
  void whatIsTypedMustMeanSomebody() {
    isRefused(contacts(), "either --all or --person");
    isRefused(contacts("--all", "--person", MAYA.toString()), "either --all or --person");
    isRefused(contacts("--person", "maya"), "maya");
    isRefused(contacts("--person", new UUID(9, 9).toString()), "No person");
    isRefused(
        Typed.command(Map.of("DATABASE_URL", url()), "", "contacts", "verify", "--all"), "keyset");
  }

  private static void isRefused(Typed typed, String says) {
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains(says);
  }

  private Typed contacts(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "contacts";
    words[1] = "verify";
    System.arraycopy(options, 0, words, 2, options.length);
    return Typed.command(Map.of("DATABASE_URL", url(), "GATEWAY_KEYSET", keyset), "", words);
  }

  private String url() {
    return test.jdbcUrl() + "?user=postgres&password=postgres";
  }
}
