package ai.therapysync.persistence.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.ContactReadiness.Standing;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactBookTest {
  private static final UUID MAYA = new UUID(1, 1);
  private static final UUID TOM = new UUID(3, 1);
  private static final UUID ANA = new UUID(3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final TestDatabase postgres = TestDatabase.fresh();

  @BeforeEach
  void tomHasANumberAndAnaAMailbox() {
    postgres.run(
        """
        INSERT INTO auth.users (id, email) VALUES ('%1$s', 'maya@example.org');
        INSERT INTO profiles (id, email, name) VALUES ('%1$s', 'maya@example.org', 'Maya');
        INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified)
          VALUES ('%1$s', '+12025550141', true);
        INSERT INTO emergency_contacts (id, user_id, name, phone_number, email, is_primary) VALUES
          ('%2$s', '%1$s', 'Tom', '(202) 555-0151', 'tom@example.org', true),
          ('%3$s', '%1$s', 'Ana', NULL, 'ana@example.org', false);
        """
            .formatted(MAYA, TOM, ANA));
  }

  @AfterEach
  void drop() {
    postgres.close();
  }

  @Test
  void aContactCountsAsReachedByTheNumberAndOnlyWithoutOneByMail() {
    delivered(TOM, true);
    delivered(ANA, true);
    assertThat(reached()).isEqualTo("Ana");
    delivered(TOM, false);
    assertThat(reached()).isEqualTo("Ana,Tom");
  }

  @Test
  void theLastFailureIsKeptWithItsCode() {
    failed(TOM, true, "bounced");
    failed(TOM, false, "30003");
    failed(TOM, false, "30005");
    assertThat(
            postgres.value(
                "SELECT last_failure_code || ' ' || count(*) OVER () FROM gateway.contact_readiness"))
        .isEqualTo("30005 1");
  }

  @Test
  void whatWasKnownOfAnotherNumberIsForgotten() {
    delivered(TOM, false);
    postgres.run("UPDATE emergency_contacts SET is_primary = false, name = 'Tommy'");
    assertThat(reached()).isEqualTo("Tommy");
    postgres.run("UPDATE emergency_contacts SET phone_number = '+12025550159'");
    assertThat(reached()).isEqualTo("null");
    delivered(TOM, false);
    postgres.run("DELETE FROM emergency_contacts");
    assertThat(postgres.value("SELECT count(*) FROM gateway.contact_readiness")).isEqualTo("0");
  }

  @Test
  void aNumberThatSaidStopIsNotAskedNorOneThatHasSomethingElseToAnswer() {
    assertThat(standings()).containsExactly(Standing.TO_ASK, Standing.TO_ASK);
    asks(new UUID(3, 9), NOW.minus(Duration.ofDays(2)));
    assertThat(standings()).containsExactly(Standing.LATER, Standing.TO_ASK);
    postgres.run(
        "INSERT INTO gateway.contact_readiness (contact_id, user_id, verified_at)"
            + " VALUES ('%s', '%s', '%s')".formatted(new UUID(3, 9), MAYA, NOW));
    assertThat(standings()).containsExactly(Standing.TO_ASK, Standing.TO_ASK);
    postgres.run(
        "INSERT INTO gateway.opt_outs (channel, sender, address, since)"
            + " VALUES ('sms', '+12025550100', '+12025550151', now())");
    assertThat(standings()).containsExactly(Standing.OPTED_OUT, Standing.TO_ASK);
  }

  @Test
  void aNumberThatIsPagedForAnybodyIsNotAsked() {
    UUID incident = UUID.randomUUID();
    postgres.run(
        """
        INSERT INTO crisis_interventions (id, user_id, intervention_type, status)
          VALUES ('%1$s', '%2$s', 'escalation', 'notified');
        INSERT INTO gateway.outbox (id, channel, address, purpose, payload, incident_id, created_at)
          VALUES (gen_random_uuid(), 'sms', '+12025550151', 'page', '', '%1$s', '%3$s');
        """
            .formatted(incident, MAYA, NOW.minus(Duration.ofDays(1))));
    assertThat(standings()).containsExactly(Standing.LATER, Standing.TO_ASK);
    postgres.run("UPDATE crisis_interventions SET status = 'resolved', completed_at = now()");
    assertThat(standings()).containsExactly(Standing.TO_ASK, Standing.TO_ASK);
  }

  @Test
  void aQuestionLosesItsMomentWhenSomebodyNeedsTheContact() {
    assertThat(mayNotAsk(TOM)).isFalse();
    assertThat(mayNotAsk(new UUID(3, 9))).isTrue();
    postgres.run("UPDATE emergency_contacts SET must_not_be_told = true WHERE name = 'Tom'");
    assertThat(mayNotAsk(TOM)).isTrue();
    assertThat(mayNotAsk(ANA)).isFalse();
    postgres.run(
        "INSERT INTO crisis_interventions (user_id, intervention_type, status)"
            + " VALUES ('%s', 'escalation', 'unanswered')".formatted(MAYA));
    assertThat(mayNotAsk(ANA)).isTrue();
  }

  private boolean mayNotAsk(UUID contact) {
    return postgres
        .database()
        .jdbi()
        .withHandle(handle -> ContactBook.mayNotAsk(handle, contact, "+12025550151"));
  }

  @Test
  void aYesLastsHalfAYearAndAQuestionThirtyDays() {
    assertThat(of(Optional.empty(), days(179))).isEqualTo(Standing.VERIFIED);
    assertThat(of(Optional.empty(), days(181))).isEqualTo(Standing.TO_ASK);
    assertThat(of(days(29), days(200))).isEqualTo(Standing.VERIFIED);
    assertThat(of(days(29), Optional.empty())).isEqualTo(Standing.WAITING);
    assertThat(of(days(31), Optional.empty())).isEqualTo(Standing.TO_ASK);
  }

  private static Optional<Instant> days(int ago) {
    return Optional.of(NOW.minus(Duration.ofDays(ago)));
  }

  private static Standing of(Optional<Instant> asked, Optional<Instant> verified) {
    EmergencyContact tom =
        new EmergencyContact(
            new ContactId(TOM),
            "Tom",
            "",
            Optional.empty(),
            false,
            EmailAddress.parse("tom@example.org"),
            false,
            false);
    return new ContactReadiness(tom, asked, verified, Optional.empty(), false, false).standing(NOW);
  }

  private List<Standing> standings() {
    return postgres
        .database()
        .jdbi()
        .withHandle(handle ->
            ContactBook.of(handle, MAYA, NOW).stream().map(one -> one.standing(NOW)).toList());
  }

  /** Somebody else's contact with Tom's number was asked then. */
  private void asks(UUID contact, Instant at) {
    postgres.run(
        "INSERT INTO gateway.outbox (id, channel, address, purpose, payload, contact_id, state,"
            + " created_at) VALUES (gen_random_uuid(), 'sms', '+12025550151', 'contact_check', '',"
            + " '%s', 'accepted', '%s')".formatted(contact, at));
  }

  private void delivered(UUID contact, boolean mail) {
    postgres
        .database()
        .jdbi()
        .useHandle(handle -> ContactBook.delivered(handle, contact, mail, NOW));
  }

  private void failed(UUID contact, boolean mail, String code) {
    postgres
        .database()
        .jdbi()
        .useHandle(handle -> ContactBook.failed(handle, contact, mail, code, NOW));
  }

  private String reached() {
    return postgres.value(
        "SELECT string_agg(c.name, ',' ORDER BY c.name) FROM gateway.contact_readiness r"
            + " JOIN emergency_contacts c ON c.id = r.contact_id WHERE last_delivered_at = '"
            + NOW
            + "'");
  }
}
