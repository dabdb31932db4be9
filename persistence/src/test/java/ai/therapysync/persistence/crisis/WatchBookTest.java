package ai.therapysync.persistence.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import ai.therapysync.persistence.crisis.WatchBook.Stuck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchBookTest {
  private static final UUID MAYA = new UUID(1, 1);
  private static final UUID INCIDENT = new UUID(4, 4);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final TestDatabase postgres = TestDatabase.fresh();
  private final WatchBook book =
      new WatchBook(
          postgres.database().jdbi(),
          new Routes(
              List.of(
                  new Routes.Route(ChannelName.SMS, Provider.TWILIO, "+12025550100"),
                  new Routes.Route(ChannelName.EMAIL, Provider.SMTP, "care@example.org"),
                  new Routes.Route(ChannelName.WHATSAPP, Provider.TWILIO, "+12025550101"),
                  new Routes.Route(ChannelName.WHATSAPP, Provider.META, "106540352242922"))));

  @BeforeEach
  void mayasLadderClimbs() {
    postgres.run(
        """
        INSERT INTO auth.users (id, email) VALUES ('%1$s', 'maya@example.org');
        INSERT INTO profiles (id, email, name) VALUES ('%1$s', 'maya@example.org', 'Maya');
        INSERT INTO crisis_interventions (id, user_id, intervention_type, status)
          VALUES ('%2$s', '%1$s', 'escalation', 'notified');
        INSERT INTO gateway.escalations (incident_id, user_id, level, categories, state, step, round,
          paged, deadline, accepted, told, close_danger, safe_replies, family_told, updated_at)
        VALUES ('%2$s', '%1$s', 'high', '{suicide}', 'climbing', 7, 1, '{}', '%3$s', true, '{}', false,
          1, true, '%3$s');
        """
            .formatted(MAYA, INCIDENT, NOW));
  }

  @AfterEach
  void drop() {
    postgres.close();
  }

  @Test
  void aLadderIsStuckHalfAMinuteAfterItsTime() {
    assertThat(seen(30).stuck()).isEmpty();
    assertThat(seen(31).stuck()).containsExactly(new Stuck(incident(), MAYA, 7, true));
    task("incident", INCIDENT + ":6:RUNG:1", 0);
    assertThat(seen(31).stuck()).singleElement().matches(Stuck::timerLost);
    task("incident", INCIDENT + ":7:RUNG:1", 0);
    assertThat(seen(31).stuck()).singleElement().matches(stuck -> !stuck.timerLost());
  }

  @Test
  void aTimerThatIsSetAgainIsDueAndTold() {
    book.restoreTimer(seen(31).stuck().getFirst(), NOW.plusSeconds(31));
    assertThat(seen(32).stuck()).singleElement().matches(stuck -> !stuck.timerLost());
    assertThat(postgres.value("SELECT what FROM gateway.incident_events"))
        .isEqualTo("timer_restored");
  }

  @Test
  void anIncidentThatSomebodyClosedOrTookByHandIsNotStuck() {
    postgres.run("UPDATE crisis_interventions SET status = 'acknowledged'");
    assertThat(seen(100).stuck()).isEmpty();
    postgres.run("UPDATE crisis_interventions SET status = 'resolved', completed_at = now()");
    assertThat(seen(100).stuck()).isEmpty();
  }

  @Test
  void aPageLacksAReceiptAfterAMinuteWhereItsSenderGetsSome() {
    message("page", "sms", "accepted", 0, true);
    delivery("sms", 0);
    assertThat(seen(61).unconfirmed()).isEmpty();
    postgres.run(
        "INSERT INTO gateway.deliveries (id, outbox_id, attempt, channel, provider, sender,"
            + " started_at, updated_at, receipt_at) VALUES (gen_random_uuid(),"
            + " gen_random_uuid(), 1, 'sms', 'twilio', '+12025550100', '%1$s', '%1$s', '%1$s')"
                .formatted(NOW.minusSeconds(3_600)));
    assertThat(seen(59).unconfirmed()).isEmpty();
    assertThat(seen(61).unconfirmed()).containsExactly(incident());
    postgres.run("UPDATE gateway.deliveries SET receipt_at = now() WHERE receipt_at IS NULL");
    assertThat(seen(61).unconfirmed()).isEmpty();
  }

  @Test
  void theQueueIsAsOldAsWhatHasWaitedLongest() {
    assertThat(seen(10).queueAge()).isZero();
    task("incident", INCIDENT + ":7:RUNG:2", 3_600);
    assertThat(seen(10).queueAge()).isZero();
    task("delivery", "one", 4);
    assertThat(seen(10).queueAge()).isEqualTo(Duration.ofSeconds(6));
    message("reply", "sms", "waiting", 0, false);
    assertThat(seen(10).queueAge()).isEqualTo(Duration.ofSeconds(6));
    message("page", "sms", "waiting", 2, true);
    assertThat(seen(10).queueAge()).isEqualTo(Duration.ofSeconds(8));
    postgres.run("UPDATE gateway.crisis_tasks SET picked = true");
    postgres.run("UPDATE gateway.outbox SET state = 'accepted'");
    assertThat(seen(10).queueAge()).isZero();
  }

  @Test
  void aProviderIsDownThatTakesNothingWhileSendsFail() {
    message("page", "sms", "waiting", 0, true);
    assertThat(seen(90).providers())
        .containsOnly(up(Provider.TWILIO), up(Provider.META), up(Provider.SMTP));
    postgres.run("UPDATE gateway.outbox SET attempts = 2");
    assertThat(seen(59).providers()).containsEntry(Provider.TWILIO, true);
    assertThat(seen(61).providers())
        .containsOnly(Map.entry(Provider.TWILIO, false), up(Provider.META), up(Provider.SMTP));
    delivery("sms", 30);
    assertThat(seen(90).providers()).containsEntry(Provider.TWILIO, true);
    assertThat(seen(211).providers()).containsEntry(Provider.TWILIO, false);
  }

  @Test
  void whatWaitsForOneProviderSaysNothingOfTheOtherThatCarriesTheChannelToo() {
    message("reply", "whatsapp", "waiting", 0, false);
    postgres.run("UPDATE gateway.outbox SET attempts = 2, sender = '106540352242922'");
    assertThat(seen(61).providers())
        .containsOnly(up(Provider.TWILIO), Map.entry(Provider.META, false), up(Provider.SMTP));
    postgres.run("UPDATE gateway.outbox SET sender = NULL");
    assertThat(seen(61).providers())
        .containsOnly(Map.entry(Provider.TWILIO, false), up(Provider.META), up(Provider.SMTP));
  }

  private static Map.Entry<Provider, Boolean> up(Provider provider) {
    return Map.entry(provider, true);
  }

  private static IncidentId incident() {
    return new IncidentId(INCIDENT);
  }

  private Sighting seen(int secondsLater) {
    return book.look(NOW.plusSeconds(secondsLater));
  }

  private void task(String name, String instance, int secondsLater) {
    postgres.run(
        "INSERT INTO gateway.crisis_tasks (task_name, task_instance, execution_time, picked,"
            + " version) VALUES ('%s', '%s', '%s', false, 1)"
                .formatted(name, instance, NOW.plusSeconds(secondsLater)));
  }

  private void message(
      String purpose, String channel, String state, int secondsLater, boolean crisis) {
    postgres.run(
        "INSERT INTO gateway.outbox (id, channel, address, purpose, payload, state, crisis,"
            + " incident_id, created_at) VALUES (gen_random_uuid(), '%s', '+12025550151', '%s',"
                .formatted(channel, purpose)
            + " '', '%s', %s, '%s', '%s')"
                .formatted(state, crisis, INCIDENT, NOW.plusSeconds(secondsLater)));
  }

  /** The last message was taken then. */
  private void delivery(String channel, int secondsLater) {
    postgres.run(
        "INSERT INTO gateway.deliveries (id, outbox_id, attempt, channel, provider, sender,"
            + " started_at, updated_at, accepted_at) SELECT gen_random_uuid(), id, 1, '%1$s',"
                .formatted(channel)
            + " 'twilio', '+12025550100', '%1$s', '%1$s', '%1$s' FROM gateway.outbox LIMIT 1"
                .formatted(NOW.plusSeconds(secondsLater)));
  }
}
