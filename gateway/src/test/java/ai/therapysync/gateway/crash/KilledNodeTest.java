package ai.therapysync.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node is killed while it has a message at every point of its way, and another goes on: nothing
 * is lost, and nobody is answered twice.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class KilledNodeTest {
  private static final String CRY = "I want to die. I am going to kill myself tonight";
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(12);

  private static final String RECEIVED = "+12025550110";
  private static final String TAKEN = "+12025550111";
  private static final String RECORDED = "+12025550112";
  private static final String ACCEPTED = "+12025550113";
  private static final String IN_DANGER = "+12025550114";
  private static final String HALF_RECEIVED = "+12025550115";
  private static final String BETWEEN_RUNGS = "+12025550116";

  private static final String CONTACT = "+12025550154";
  private static final String OTHER_CONTACT = "+12025550155";
  private static final String FIRST_RUNG = "+12025550156";
  private static final String SECOND_RUNG = "+12025550157";

  private final Site site;
  private String killedAt = "";
  private int halfReceivedAnswer;

  KilledNodeTest(@TempDir Path logs) {
    site =
        new Site(
            logs,
            Duration.ofMinutes(5),
            Map.of(
                "ESCALATION_ACK_TIMEOUT",
                ACKNOWLEDGED_WITHIN.toString(),
                "ESCALATION_ROUNDS",
                "1"));
  }

  @BeforeAll
  void killedInTheMiddleOfEverything() throws Exception {
    people();
    Node doomed = site.node();
    Node heir = site.node();
    site.leadTo(doomed.isReady());
    heir.isReady().hang();

    site.texts(RECEIVED, "Good evening").join();
    site.texts(BETWEEN_RUNGS, CRY).join();
    site.is("1", "SELECT count(*) FROM crisis_interventions WHERE status = 'notified'");
    site.toProvider.become(Cable.State.MUTE);
    site.texts(ACCEPTED, "I could not sleep").join();
    site.texts(IN_DANGER, CRY).join();
    // The provider has all three: an answer, a safe reply and a page.
    site.is("3", "SELECT count(*) FROM gateway.outbox WHERE state = 'sending'");
    site.shows(ACCEPTED, 1);
    site.shows(IN_DANGER, 1);
    site.shows(CONTACT, 1);
    try (AutoCloseable _ = site.hold("gateway.deliveries")) {
      site.texts(RECORDED, "I could not eat").join();
      site.isHeldUp(1);
      CompletableFuture<Integer> answer;
      try (AutoCloseable _ = site.hold("gateway.gate_decisions")) {
        site.texts(TAKEN, "I could not work").join();
        site.isHeldUp(2);
        answer = site.texts(HALF_RECEIVED, CRY);
        site.isHeldUp(3);
        site.leadTo(heir);
        killedAt = InstantSource.system().instant().toString();
        doomed.kill();
      }
      site.toProvider.become(Cable.State.WHOLE);
      heir.goOn();
      halfReceivedAnswer = answer.join();
    }
    site.isQuiet(Duration.ofSeconds(40));
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void aMessageThatWasOnlyReceivedIsAnsweredOnce() {
    assertThat(site.shows(RECEIVED)).hasSize(1);
  }

  @Test
  void aTurnThatWasTakenIsTakenAgain() {
    assertThat(site.shows(TAKEN)).hasSize(1);
    takenOver(TAKEN, 20);
  }

  @Test
  void anAnswerThatWasRecordedIsSentOnce() {
    assertThat(site.shows(RECORDED)).hasSize(1);
    takenOver(RECORDED, 20);
  }

  @Test
  void whatTheProviderHadAcceptedIsNotSentAgain() {
    assertThat(site.shows(ACCEPTED)).hasSize(1);
    takenOver(ACCEPTED, 20);
  }

  @Test
  void aSafeReplyAndAPageThatTheProviderHadAcceptedAreNotSentAgain() {
    assertThat(site.shows(IN_DANGER)).hasSize(1);
    assertThat(site.shows(CONTACT)).hasSize(1);
    takenOver(IN_DANGER, 10);
    takenOver(CONTACT, 10);
  }

  @Test
  void anEmergencyThatWasHalfReceivedIsReceivedWholeWhenItComesAgain() {
    assertThat(halfReceivedAnswer).isEqualTo(200);
    assertThat(incidents(HALF_RECEIVED)).isEqualTo("1");
    assertThat(site.shows(HALF_RECEIVED)).hasSize(1);
    assertThat(site.shows(OTHER_CONTACT)).hasSize(1);
  }

  @Test
  void aLadderGoesOnWithTheNextRung() {
    assertThat(site.shows(FIRST_RUNG)).hasSize(1);
    assertThat(site.shows(SECOND_RUNG)).hasSize(1);
    assertThat(incidents(BETWEEN_RUNGS)).isEqualTo("1");
  }

  private void people() {
    site.person("Ada", RECEIVED, 12);
    site.person("Ben", TAKEN, 0);
    site.person("Cleo", RECORDED, 0);
    site.person("Dan", ACCEPTED, 0);
    site.contact(site.person("Eve", IN_DANGER, 0), "Tom", CONTACT);
    site.contact(site.person("Finn", HALF_RECEIVED, 0), "Una", OTHER_CONTACT);
    UUID climbing = site.person("Gus", BETWEEN_RUNGS, 0);
    site.contact(climbing, "Vera", FIRST_RUNG);
    site.contact(climbing, "Will", SECOND_RUNG);
  }

  private String incidents(String number) {
    return site.database.value(
        "SELECT count(*) FROM crisis_interventions c JOIN whatsapp_integrations i"
            + " ON i.user_id = c.user_id WHERE i.phone_number = '"
            + number
            + "'");
  }

  /** The provider's word on what was in hand is in the database so soon after the kill. */
  private void takenOver(String number, int seconds) {
    assertThat(
            site.database.value(
                ("SELECT count(*) FROM gateway.deliveries d"
                        + " JOIN gateway.outbox o ON o.id = d.outbox_id WHERE o.address = '%s'"
                        + " AND d.accepted_at > timestamptz '%s' + interval '%d s'")
                    .formatted(number, killedAt, seconds)))
        .isEqualTo("0");
  }
}
