package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person arranged in better hours stays as it is during an incident and for a day after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptInCrisisTest {
  private final Cluster cluster = Cluster.start();
  private final Database database = cluster.empty().migrated();
  private final People people = new People(database);

  @AfterAll
  void stop() {
    cluster.close();
  }

  private UUID inCare(String incident) {
    UUID person = people.join("Maya");
    database.execute(
        "INSERT INTO emergency_contacts (user_id, name, phone_number) VALUES (?, 'Sam', '1')",
        person);
    database.execute("INSERT INTO whatsapp_config (user_id) VALUES (?)", person);
    database.execute(
        "INSERT INTO crisis_interventions (user_id, intervention_type, status, completed_at)"
            + " VALUES (?, 'escalation', "
            + incident
            + ")",
        person);
    return person;
  }

  private int does(UUID caller, String statement, UUID person) {
    return database.as(caller, session -> Database.execute(session, statement, person));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE emergency_contacts SET phone_number = '2' WHERE user_id = ?",
        "UPDATE emergency_contacts SET is_active = false WHERE user_id = ?",
        "UPDATE emergency_contacts SET is_active = false, must_not_be_told = true WHERE user_id = ?",
        "DELETE FROM emergency_contacts WHERE user_id = ?",
        "UPDATE whatsapp_config SET crisis_escalation_enabled = false WHERE user_id = ?",
      })
  void thePersonCantTakeHelpAwayInTheWorstHour(String statement) {
    for (String incident :
        new String[] {"'notified', NULL", "'resolved', now() - interval '23 h'"}) {
      UUID maya = inCare(incident);
      assertThatThrownBy(() -> does(maya, statement, maya))
          .isInstanceOfSatisfying(
              Database.Refused.class, refusal -> assertThat(refusal.state()).isEqualTo("42501"));
    }
    UUID quiet = inCare("'resolved', now() - interval '25 h'");
    assertThat(does(quiet, statement, quiet)).isOne();
  }

  @Test
  void whoHasNoSettingsYetCantBeginWithEscalationOff() {
    UUID maya = inCare("'pending', NULL");
    database.execute("DELETE FROM whatsapp_config WHERE user_id = ?", maya);
    String off =
        "INSERT INTO whatsapp_config (user_id, crisis_escalation_enabled) VALUES (?, false)";
    assertThatThrownBy(() -> does(maya, off, maya)).isInstanceOf(Database.Refused.class);
    assertThat(does(maya, "INSERT INTO whatsapp_config (user_id) VALUES (?)", maya)).isOne();
  }

  @Test
  void thatAContactMustNotBeToldCanBeSaidAtAnyTimeAndTheIncidentHearsOfItOnce() {
    UUID maya = inCare("'notified', NULL");
    String exclude = "UPDATE emergency_contacts SET must_not_be_told = true WHERE user_id = ?";
    assertThat(does(maya, exclude, maya)).isOne();
    assertThat(does(maya, exclude, maya)).isOne();
    assertThat(
            database.column(
                "SELECT count(*) FROM gateway.crisis_tasks t JOIN crisis_interventions ci"
                    + " ON t.task_instance LIKE ci.id || ':0:EXCLUDED:%' WHERE ci.user_id = ?",
                maya))
        .containsExactly("1");
    UUID quiet = inCare("'resolved', now()");
    assertThat(does(quiet, exclude, quiet)).isOne();
    assertThat(database.value("SELECT count(*) FROM gateway.crisis_tasks")).isEqualTo("1");
  }

  @Test
  void operatorsAndTheGatewayAreNotBound() {
    UUID maya = inCare("'notified', NULL");
    UUID operator = people.operator("support_admin");
    String change = "UPDATE emergency_contacts SET phone_number = '3' WHERE user_id = ?";
    assertThat(does(operator, change, maya)).isOne();
    assertThat(database.execute(change, maya)).isOne();
  }
}
