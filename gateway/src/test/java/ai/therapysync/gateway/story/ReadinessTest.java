package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.simulator.mail.Mail;
import ai.therapysync.gateway.simulator.network.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts are asked on a quiet day, so that it is known before the worst one who would come. */
final class ReadinessTest {
  private static final String HIGH = "I want to kill myself";
  private static final String ASKED = "named you as someone to call";
  private static final String DESK = "desk@therapysync.example";

  private World world;
  private Someone maya;
  private Contact tom;
  private Contact ana;

  @BeforeEach
  void mayaHasTwoContacts() {
    world = World.brisk();
    maya = world.person("Maya", "+12025550141");
    tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
    ana = world.contact(maya, "Ana", "", "ana@example.org");
    world.run("UPDATE emergency_contacts SET is_primary = true WHERE id = '" + tom.id + "'");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whoSaysYesIsKnownToBeReadyAndIsNotAskedAgain() {
    maya.texts("Check my contacts!");
    assertThat(tom.receives(ASKED)).startsWith("Maya named you").doesNotContain("Vale");
    ana.isMailed(1);
    assertThat(ana.mails().getFirst().text()).contains(ASKED, "Nothing has happened");
    assertThat(maya.receives(1)).contains("Asked just now: Tom, Ana");
    tom.texts("1");
    tom.receives("If you change your mind, reply 2");
    maya.texts("verify my contacts");
    assertThat(maya.receives(2)).contains("Said yes: Tom.", "no answer yet: Ana.");
    world.clock.pass(Duration.ofDays(31));
    maya.texts("verify my contacts");
    assertThat(maya.receives(3)).contains("Said yes: Tom.", "Asked just now: Ana.");
    assertThat(tom.shows()).hasSize(2);
    assertThat(tom.mails()).isEmpty();
  }

  @Test
  void aMailboxAnswersOnAPage() {
    maya.texts("check my contacts");
    ana.isMailed(1);
    String link = Browser.link(ana.mails().getFirst().text());
    assertThat(link).startsWith(world.url() + "/respond/");
    assertThat(Browser.get(link).body()).contains("Maya named you").doesNotContain("Vale");
    assertThat(verified()).isEqualTo("0");
    assertThat(Browser.post(link, "answer=yes").body()).contains("You said yes");
    assertThat(known(ana, "verified_at IS NOT NULL AND declined_at IS NULL")).isTrue();
    maya.texts("verify my contacts");
    assertThat(maya.receives(2)).contains("Said yes: Ana");
    Browser.post(link, "answer=no");
    assertThat(known(ana, "declined_at IS NOT NULL AND verified_at IS NULL")).isTrue();
    Await.until("operators hear", () -> alerts().size() == 1);
    world.clock.pass(Duration.ofDays(14));
    assertThat(Browser.get(link).statusCode()).isEqualTo(410);
    assertThat(Browser.post(link, "answer=yes").statusCode()).isEqualTo(410);
    assertThat(Browser.get(link + "x").statusCode()).isEqualTo(404);
    assertThat(known(ana, "declined_at IS NOT NULL")).isTrue();
  }

  @Test
  void anOldMailboxHasNoSayOverANewOne() {
    maya.texts("check my contacts");
    ana.isMailed(1);
    String link = Browser.link(ana.mails().getFirst().text());
    world.run("UPDATE emergency_contacts SET email = 'new@example.org' WHERE name = 'Ana'");
    assertThat(Browser.post(link, "answer=yes").statusCode()).isEqualTo(410);
    assertThat(verified()).isEqualTo("0");
  }

  @Test
  void whoSaysNoIsSkippedAndOperatorsHearOfItOnce() {
    maya.texts("check my contacts");
    tom.receives(ASKED);
    tom.texts("no");
    tom.receives("We won't call on you for Maya");
    tom.texts("2");
    Await.until("operators hear", () -> alerts().size() == 1);
    assertThat(alerts().getFirst().text()).contains("would rather not be called on");
    maya.texts("check my contacts");
    assertThat(maya.receives(2)).contains("Would rather not be called: Tom.");
    maya.texts(HIGH);
    ana.isMailed(2);
    maya.incidentIs("notified");
    assertThat(tom.shows()).hasSize(2);
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void whoChangesTheirMindIsAskedForHelpAgain() {
    maya.texts("check my contacts");
    tom.receives(ASKED);
    tom.texts("2");
    tom.receives("We won't call on you");
    tom.texts("1");
    tom.receives("only if Maya needs you");
    maya.texts(HIGH);
    tom.isPaged();
  }

  @Test
  void anAnswerBelongsToTheLastThingThatWeSent() {
    maya.texts("check my contacts");
    tom.receives(ASKED);
    maya.texts(HIGH);
    tom.isPaged();
    tom.texts("1");
    maya.incidentIs("acknowledged");
    assertThat(verified()).isEqualTo("0");
  }

  @Test
  void anythingElseIsAskedForOneOrTwoOnceAndFindsNoClosedDoor() {
    maya.texts("check my contacts");
    tom.receives(ASKED);
    tom.texts("what is this about?");
    tom.receives("please reply 1 if that is all right");
    tom.texts("hello??");
    tom.texts("1");
    tom.receives("Thank you");
    assertThat(tom.shows()).hasSize(3);
    assertThat(verified()).isEqualTo("1");
  }

  @Test
  void aContactInDangerIsAPersonInDanger() {
    maya.texts("check my contacts");
    tom.receives(ASKED);
    tom.texts("I am going to kill myself tonight");
    tom.receives(2);
    Await.until(
        "operators hear",
        () ->
            alerts().stream().anyMatch(mail -> mail.text().contains("Someone whom we don't know")));
    assertThat(verified()).isEqualTo("0");
  }

  @Test
  void whoIsNeededAtThisMomentIsNotAsked() {
    Someone lee = world.person("Lee", "+12025550142");
    world.contact(lee, "Tommy", tom.number, "");
    lee.texts(HIGH);
    tom.isPaged();
    maya.texts("check my contacts");
    assertThat(maya.receives(1)).contains("another time: Tom.");
    tom.texts("1");
    lee.incidentIs("acknowledged");
    assertThat(verified()).isEqualTo("0");
  }

  @Test
  void aNumberWithTwoPeopleIsAskedForOneAfterTheOther() {
    Someone lee = world.person("Lee", "+12025550142");
    Contact tommy = world.contact(lee, "Tommy", tom.number, "");
    maya.texts("check my contacts");
    tom.receives(ASKED);
    lee.texts("check my contacts");
    assertThat(lee.receives(1)).contains("another time: Tommy.");
    tom.texts("1");
    tom.receives("Thank you");
    lee.texts("check my contacts");
    assertThat(lee.receives(2)).contains("Asked just now: Tommy.");
    tommy.receives("Lee named you");
    tom.texts("2");
    tom.receives("for Lee");
    assertThat(verified()).isEqualTo("1");
  }

  @Test
  void whoSaidStopIsNotAsked() {
    tom.texts("STOP");
    maya.texts("check my contacts");
    assertThat(maya.receives(1)).contains("can't reach: Tom.");
    ana.isMailed(1);
    assertThat(tom.shows()).noneMatch(text -> text.contains(ASKED));
  }

  @Test
  void whatBecameOfTheLastMessageIsKnown() {
    maya.texts("check my contacts");
    Await.until("a receipt of Tom's", () -> known(tom, "last_delivered_at IS NOT NULL"));
    Await.until("Ana's mail was taken", () -> known(ana, "last_delivered_at IS NOT NULL"));
    assertThat(known(tom, "last_failed_at IS NULL")).isTrue();
    world.simulation.network().fault(tom.number, Fault.REFUSED);
    maya.texts(HIGH);
    Await.until(
        "the refusal",
        () -> known(tom, "last_failed_at >= last_delivered_at AND last_failure_code <> ''"));
    world.run("UPDATE emergency_contacts SET phone_number = '+12025550159' WHERE name = 'Tom'");
    assertThat(known(tom, "true")).isFalse();
  }

  private List<Mail> alerts() {
    return world.simulation.mail().mailsTo(DESK);
  }

  private String verified() {
    return world.one("SELECT count(verified_at) FROM gateway.contact_readiness");
  }

  private boolean known(Contact contact, String condition) {
    return world
        .one(
            "SELECT count(*) FROM gateway.contact_readiness WHERE contact_id = '%s' AND %s"
                .formatted(contact.id, condition))
        .equals("1");
  }
}
