package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.IncidentEvent.OperatorAcknowledged;
import ai.therapysync.crisis.incident.IncidentEvent.OperatorResolved;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.gateway.simulator.mail.Mail;
import ai.therapysync.gateway.simulator.network.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ladder as those who are asked, and the one for whom they are asked, live it. */
final class LadderTest {
  private static final String HIGH = "I want to kill myself";
  private static final String IMMINENT = "I am going to kill myself tonight, I have the pills here";
  private static final String DESK = "desk@therapysync.example";

  private World world;
  private Someone maya;
  private Contact tom;
  private Contact ana;

  @BeforeEach
  void mayaHasTwoContacts() {
    world = World.brisk(Map.of("ESCALATION_ROUNDS", "2"));
    maya = world.person("Maya", "+12025550141");
    tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
    ana = world.contact(maya, "Ana", "+12025550152", "");
    world.run("UPDATE emergency_contacts SET is_primary = true WHERE id = '" + tom.id + "'");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private List<Mail> alerts() {
    return world.simulation.mail().mailsTo(DESK);
  }

  private void operatorsHear(String words) {
    Await.until(
        "operators hear \"" + words + "\" among " + alerts().size() + " alerts",
        () -> alerts().stream().anyMatch(mail -> mail.text().contains(words)));
  }

  private void event(String what) {
    Await.until(
        "the event "
            + what
            + " in "
            + world.one("SELECT string_agg(what, ',' ORDER BY id) FROM gateway.incident_events"),
        () ->
            !world
                .one("SELECT count(*) FROM gateway.incident_events WHERE what = '" + what + "'")
                .equals("0"));
  }

  @Test
  void theResponderIsAskedAfterFifteenMinutesAndANoBringsTheNext() {
    maya.texts(HIGH);
    tom.isPaged();
    tom.texts("1");
    tom.receives("not you? reply 2");
    world.clock.pass(Duration.ofMinutes(15));
    tom.receives("Did you reach Maya");
    tom.texts("2");
    ana.isPaged();
    maya.incidentIs("notified");
  }

  @Test
  void silenceAfterTheQuestionBringsTheNextAndAYesDoesNot() {
    maya.texts(HIGH);
    tom.isPaged();
    tom.texts("Yes!");
    maya.incidentIs("acknowledged");
    world.clock.pass(Duration.ofMinutes(15));
    tom.receives("Did you reach Maya");
    world.clock.pass(Duration.ofMinutes(5));
    ana.isPaged();
    ana.texts("ok");
    maya.incidentIs("acknowledged");
    world.clock.pass(Duration.ofMinutes(15));
    ana.receives("Did you reach Maya");
    ana.texts("1");
    event("reached");
    world.clock.pass(Duration.ofMinutes(5));
    assertThat(tom.pages()).hasSize(1);
  }

  @Test
  void aFurtherCryIsToldToTheResponderAndWithoutAConfirmationTheLadderStartsAgain() {
    maya.texts(HIGH);
    tom.isPaged();
    tom.texts("2");
    ana.isPaged();
    ana.texts("1");
    ana.receives("not you? reply 2");
    maya.texts("I still want to kill myself");
    ana.receives("needs you again, now");
    maya.texts("I really want to kill myself");
    world.clock.pass(Duration.ofMinutes(5));
    tom.isPaged(2);
    assertThat(ana.shows()).filteredOn(text -> text.contains("needs you again")).hasSize(1);
  }

  @Test
  void aConfirmedResponderKeepsIt() {
    maya.texts(HIGH);
    tom.isPaged();
    tom.texts("1");
    tom.receives("not you? reply 2");
    maya.texts("I still want to kill myself");
    tom.receives("needs you again, now");
    tom.texts("1");
    event("confirmed");
    world.clock.pass(Duration.ofMinutes(6));
    maya.texts("hello?");
    maya.receives(3);
    assertThat(tom.pages()).hasSize(1);
    assertThat(maya.incident("status")).isEqualTo("acknowledged");
  }

  @Test
  void aRiseInLevelPagesAgainWithStrongerWords() {
    maya.texts(HIGH);
    tom.isPaged();
    maya.texts(IMMINENT);
    tom.receives("MORE URGENT");
    world.clock.pass(Duration.ofMinutes(5));
    ana.receives("NOW");
  }

  @Test
  void whoMustNotBeToldIsSkippedFromTheWordOnAndOperatorsHearOfIt() {
    maya.texts(HIGH);
    tom.isPaged();
    maya.texts("please don't tell Tom!");
    maya.receives("I won't tell Tom");
    ana.isPaged();
    operatorsHear("must not be told");
    tom.texts("hello? what is going on?");
    tom.texts("1");
    ana.texts("1");
    maya.incidentIs("acknowledged");
    assertThat(tom.shows()).hasSize(1);
  }

  @Test
  void whoMustNotBeToldIsNotAskedThoughItIsSaidInTheCryItself() {
    maya.texts("I am going to kill myself tonight. Don't tell Tom");
    ana.isPaged();
    operatorsHear("must not be told");
    assertThat(tom.shows()).isEmpty();
    assertThat(tom.mails()).isEmpty();
  }

  @Test
  void aRowThatSomebodyChangesIsHeardByAnOpenIncident() {
    maya.texts(HIGH);
    tom.isPaged();
    world.run("UPDATE emergency_contacts SET must_not_be_told = true WHERE id = '" + tom.id + "'");
    ana.isPaged();
    event("contact_excluded");
  }

  @Test
  void outsideOfAnIncidentItIsKeptForTheNextAndOperatorsHearOfIt() {
    maya.texts("Don't tell Tom, please.");
    maya.receives("I won't tell Tom");
    operatorsHear("must not be told");
    maya.texts(HIGH);
    ana.isPaged();
    assertThat(tom.shows()).isEmpty();
  }

  @Test
  void aPageWithoutReceiptIsNoPageWhereThisSenderGetsReceipts() {
    Someone lee = world.person("Lee", "+12025550142").unhurried();
    lee.texts("hello");
    lee.receives(1);
    Await.until(
        "a receipt",
        () -> !world.one("SELECT count(receipt_at) FROM gateway.deliveries").equals("0"));
    world.simulation.network().fault(tom.number, Fault.SILENT);
    maya.texts(HIGH);
    Await.until(
        "the page is taken",
        () ->
            !world
                .one(
                    "SELECT count(*) FROM gateway.crisis_tasks WHERE task_instance LIKE '%:RECEIPT:%'")
                .equals("0"));
    assertThat(ana.pages()).isEmpty();
    world.clock.pass(Duration.ofSeconds(61));
    ana.isPaged();
  }

  @Test
  void whereNobodyCanBeReachedOperatorsHearAtOnceAndTheNextRoundWaits() {
    world.run("UPDATE emergency_contacts SET email = NULL");
    world.simulation.network().fault(tom.number, Fault.REFUSED);
    world.simulation.network().fault(ana.number, Fault.REFUSED);
    maya.texts(HIGH);
    operatorsHear("every page has failed");
    assertThat(maya.incident("status")).isEqualTo("pending");
    world.simulation.network().mend(ana.number);
    world.clock.pass(Duration.ofMinutes(5));
    ana.isPaged();
    maya.incidentIs("notified");
  }

  @Test
  void aFamilyMembersAnswerIsForTheAlertAndStopsNothing() {
    Someone rosa = world.person("Rosa", "+12025550143");
    mayaLivesWith(rosa);
    mayaLivesWith(world.person("Otto", "+12025550144"));
    maya.texts(HIGH);
    rosa.receives("reply 1 when you have seen this");
    rosa.texts("1");
    Await.until(
        "the alert is acknowledged",
        () ->
            world
                .one(
                    "SELECT count(*) FROM family_alerts WHERE is_acknowledged AND severity = 'high'"
                        + " AND acknowledged_by = '"
                        + rosa.id
                        + "' AND member_user_id = '"
                        + maya.id
                        + "'")
                .equals("1"));
    assertThat(maya.incident("status")).isIn("pending", "notified");
    world.clock.pass(Duration.ofMinutes(5));
    ana.isPaged();
    assertThat(world.one("SELECT count(*) FROM family_alerts")).isEqualTo("2");
    assertThat(world.one("SELECT count(*) FROM family_alerts WHERE is_acknowledged"))
        .as("the other household has not seen its own")
        .isEqualTo("1");
    assertThat(maya.shows()).noneMatch(text -> text.contains("reply 1"));
  }

  @Test
  void aContactWhoIsAlsoFamilyIsOnItWithOneAnswer() {
    Someone rosa = world.person("Rosa", "+12025550143");
    mayaLivesWith(rosa);
    world.run("UPDATE emergency_contacts SET is_active = false");
    world.contact(maya, "Rosa", "+12025550143", "");
    maya.texts(HIGH);
    rosa.receives("If you're on it, reply 1");
    rosa.receives("reply 1 when you have seen this");
    rosa.texts("1");
    rosa.receives("Thank you for being there for Maya");
    maya.incidentIs("acknowledged");
    assertThat(world.one("SELECT count(*) FROM family_alerts WHERE is_acknowledged"))
        .isEqualTo("1");
  }

  private void mayaLivesWith(Someone holder) {
    world.run(
        "WITH h AS (INSERT INTO households (name, primary_account_holder_id) VALUES ('home', '%s')"
                .formatted(holder.id)
            + " RETURNING id) INSERT INTO household_members (household_id, user_id,"
            + " invitation_status) SELECT id, '"
            + maya.id
            + "', 'accepted' FROM h");
  }

  @Test
  void aContactOfTwoPeopleInDangerIsAskedWhichOneTheyMean() {
    Someone lee = world.person("Lee", "+12025550142");
    world.contact(lee, "Tommy", tom.number, "");
    maya.texts(HIGH);
    tom.isPaged();
    lee.texts(HIGH);
    tom.receives("1B");
    tom.texts("1");
    assertThat(tom.receives("More than one person")).contains("1A", "Maya", "1B", "Lee");
    tom.texts("1b");
    lee.incidentIs("acknowledged");
    assertThat(maya.incident("status")).isIn("pending", "notified");
    tom.texts("1A");
    maya.incidentIs("acknowledged");
  }

  @Test
  void anythingElseGetsTheShortQuestionOnceAndCantMovesOn() {
    maya.texts(HIGH);
    tom.isPaged();
    tom.texts("what happened to her??");
    tom.receives("please reply 1 if you are on it, reply 2 if you can't");
    tom.texts("I am at work, who is this?");
    tom.texts("can't");
    ana.isPaged();
    assertThat(tom.shows()).filteredOn(text -> text.startsWith("About Maya")).hasSize(1);
  }

  @Test
  void anIncidentThatAnOperatorMarksByHandStopsTheLadder() {
    maya.texts(HIGH);
    tom.isPaged();
    world.run("UPDATE crisis_interventions SET status = 'acknowledged'");
    world.clock.pass(Duration.ofMinutes(5));
    maya.texts("thank you");
    maya.receives(2);
    assertThat(ana.pages()).isEmpty();
  }

  @Test
  void anOperatorTakesItAndClosesIt() {
    UUID operator = Someone.account(world, "Olga");
    world.run(
        "INSERT INTO user_roles (user_id, role) VALUES ('" + operator + "', 'support_admin')");
    maya.texts(HIGH);
    tom.isPaged();
    UUID incident = UUID.fromString(maya.incident("id"));
    assertThat(world.desk().happens(new IncidentId(incident), new OperatorAcknowledged(operator)))
        .isTrue();
    maya.incidentIs("acknowledged");
    tom.receives("Someone is with it now");
    world.clock.pass(Duration.ofMinutes(5));
    assertThat(
            world
                .desk()
                .happens(new IncidentId(incident), new OperatorResolved(operator, "at home, safe")))
        .isTrue();
    tom.receives("It is over");
    assertThat(maya.incident("status")).isEqualTo("resolved");
    assertThat(maya.incident("outcome")).isEqualTo("at home, safe");
    assertThat(ana.pages()).isEmpty();
    assertThat(world.desk().happens(new IncidentId(incident), new OperatorAcknowledged(operator)))
        .isFalse();
  }

  @Test
  void aPolicyOfOnePersonChangesTheirLadderAlone() {
    world.run(
        "INSERT INTO gateway.escalation_policies (user_id, ack_timeout, by_mail, first_name)"
            + " VALUES ('"
            + maya.id
            + "', '1 minute', false, false)");
    maya.texts(HIGH);
    tom.isPaged();
    assertThat(tom.pages().getFirst()).doesNotContain("Maya");
    world.clock.pass(Duration.ofMinutes(1));
    ana.isPaged();
    assertThat(tom.mails()).isEmpty();
  }

  @Test
  void whoAnswersAPageWithStopCantBeAskedAndTheNextIsAskedAtOnce() {
    maya.texts(HIGH);
    tom.isPaged();
    tom.texts("STOP");
    ana.isPaged();
    maya.incidentIs("notified");
  }

  @Test
  void aUserWhoIsAlsoAContactIsAskedOnceAndThenAnsweredLikeEverybody() {
    Someone lee = world.person("Lee", "+12025550142").unhurried();
    world.run("UPDATE emergency_contacts SET is_active = false");
    world.contact(maya, "Lee", lee.number, "");
    maya.texts(HIGH);
    lee.receives("Please call them");
    lee.texts("I slept badly again");
    lee.receives("please reply 1 if you are on it");
    lee.texts("and work is stressful");
    lee.receives(3);
  }

  @Test
  void theFamilysAlertBecomesCriticalWhenTheDangerDoes() {
    world.run(
        "INSERT INTO households (name, primary_account_holder_id) VALUES ('home', '"
            + maya.id
            + "')");
    maya.texts(HIGH);
    event("family_alerted");
    assertThat(world.one("SELECT severity FROM family_alerts")).isEqualTo("high");
    maya.texts(IMMINENT);
    assertThat(world.one("SELECT severity FROM family_alerts")).isEqualTo("critical");
  }
}
