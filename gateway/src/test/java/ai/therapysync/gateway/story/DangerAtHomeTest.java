package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the ladder must not tell: those who may be the danger, and those whom it is not about. */
final class DangerAtHomeTest {
  private static final String CRY = "I want to kill myself";
  private static final String ABUSE = "my husband is hitting me right now, please help";

  private World world;
  private Someone maya;
  private Contact tom;
  private Contact ana;

  @BeforeEach
  void mayaHasAHouseholdAndTwoContacts() {
    world = World.brisk(Map.of("ESCALATION_ROUNDS", "1"));
    maya = world.person("Maya", "+12025550141");
    tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
    ana = world.contact(maya, "Ana", "+12025550152", "");
    world.run("UPDATE emergency_contacts SET is_primary = true WHERE id = '" + tom.id + "'");
    Someone rosa = world.person("Rosa", "+12025550143");
    world.run(
        "WITH h AS (INSERT INTO households (name, primary_account_holder_id) VALUES ('home', '%s')"
                .formatted(rosa.id)
            + " RETURNING id) INSERT INTO household_members (household_id, user_id,"
            + " invitation_status) SELECT id, '"
            + maya.id
            + "', 'accepted' FROM h");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void operatorsHear(String words) {
    Await.until(
        "operators hear " + words,
        () ->
            world.simulation.mail().mailsTo("desk@therapysync.example").stream()
                .anyMatch(mail -> mail.text().contains(words)));
  }

  private void safe(Contact contact) {
    world.run(
        "UPDATE emergency_contacts SET safe_for_abuse = true WHERE id = '" + contact.id + "'");
  }

  @Test
  void withoutASafeContactOperatorsAloneAreTold() {
    maya.texts(ABUSE);
    maya.receives(1);
    maya.incidentIs("unanswered");
    operatorsHear("Contacts may be the danger");
    world.clock.pass(Duration.ofMinutes(16));
    maya.texts("are you there");
    maya.receives(2);
    assertThat(tom.shows()).isEmpty();
    assertThat(tom.mails()).isEmpty();
    assertThat(ana.shows()).isEmpty();
    assertThat(world.one("SELECT count(*) FROM family_alerts")).isEqualTo("0");
  }

  @Test
  void aSafeContactIsAskedAndNobodyElse() {
    safe(ana);
    maya.texts(ABUSE);
    ana.isPaged();
    assertThat(tom.shows()).isEmpty();
    ana.texts("1");
    maya.incidentIs("acknowledged");
    assertThat(world.one("SELECT count(*) FROM family_alerts")).isEqualTo("0");
  }

  @Test
  void aResponderWhoMayBeTheDangerHearsNothingMore() {
    safe(ana);
    maya.texts(CRY);
    tom.isPaged();
    tom.texts("1");
    tom.receives("not you? reply 2");
    maya.texts(ABUSE);
    ana.isPaged();
    int heard = tom.shows().size();
    tom.texts("how is she?");
    tom.texts("1");
    ana.texts("1");
    ana.receives("not you? reply 2");
    assertThat(tom.shows()).hasSize(heard);
    assertThat(tom.mails()).hasSize(1);
  }

  @Test
  void abuseSaidThreeWeeksAgoCountsForAnEmergencyToday() {
    maya.texts("my husband hits me when he drinks");
    Await.until(
        "an assessment",
        () -> world.one("SELECT count(*) FROM crisis_assessments WHERE close_abuse").equals("1"));
    assertThat(maya.incident("status")).isIn("none", "unanswered");
    world.run("UPDATE crisis_interventions SET status = 'resolved', completed_at = now()");
    world.clock.pass(Duration.ofDays(21));
    maya.texts(CRY);
    maya.incidentIs("unanswered");
    operatorsHear("Contacts may be the danger");
    assertThat(tom.shows()).isEmpty();
    world.run("UPDATE crisis_interventions SET status = 'resolved', completed_at = now()");
    world.clock.pass(Duration.ofDays(31));
    maya.texts(CRY);
    tom.isPaged();
  }

  @Test
  void aBullyAtSchoolIsNoDangerAtHome() {
    maya.texts("the kids at school beat me up every day, I want to kill myself");
    tom.isPaged();
  }

  @Test
  void someoneElsesDangerIsForOperators() {
    maya.texts("My friend just took a whole bottle of pills and won't wake up");
    maya.incidentIs("unanswered");
    operatorsHear("Someone else is in danger");
    assertThat(maya.receives(1)).contains("911");
    assertThat(tom.shows()).isEmpty();
    maya.texts(CRY);
    tom.isPaged();
  }

  @Test
  void whoSwitchedEscalationOffIsAnsweredAndOperatorsAreToldAndTheTimelineSaysWhy() {
    maya.configured("crisis_escalation_enabled", "false");
    maya.texts(CRY);
    maya.receives("988");
    operatorsHear("has switched escalation off");
    maya.incidentIs("unanswered");
    assertThat(tom.shows()).isEmpty();
    assertThat(world.one("SELECT count(*) FROM family_alerts")).isEqualTo("0");
    assertThat(world.one("SELECT count(*) FROM gateway.gate_decisions WHERE gate = 'escalation'"))
        .isEqualTo("1");
  }
}
