package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A short answer counts for the one after whom we asked. */
final class WhoseAnswerTest {
  private static final String PASSIVE = "everyone would be better off without me";

  private World world;
  private Someone maya;
  private Contact tom;

  @BeforeEach
  void mayaHasAContact() {
    world = World.brisk(Map.of("ESCALATION_ROUNDS", "1"));
    maya = world.person("Maya", "+12025550141").unhurried();
    tom = world.contact(maya, "Tom", "+12025550151", "");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theAnswerToAQuestionAboutAFriendIsTheFriendsDanger() {
    maya.texts("my friend told me that she wants to kill herself");
    boolean safe = maya.receives(1).contains("Are they safe");
    assertThat(maya.incident("status")).isEqualTo("none");
    maya.texts(safe ? "no" : "yes");
    maya.incidentIs("unanswered");
    Await.until(
        "operators hear of somebody else",
        () ->
            world.simulation.mail().mailsTo("desk@therapysync.example").stream()
                .anyMatch(mail -> mail.text().contains("Someone else is in danger")));
    assertThat(tom.shows()).isEmpty();
  }

  @Test
  void anIncidentAboutAFriendStaysAboutTheFriend() {
    maya.texts("My friend just took a whole bottle of pills and won't wake up");
    assertThat(maya.receives(1)).contains("Are they safe");
    maya.texts("the ambulance is on its way");
    assertThat(maya.receives(2)).containsIgnoringCase("are they safe");
    maya.texts("no");
    assertThat(maya.receives(3)).containsIgnoringCase("are they safe");
    assertThat(tom.shows()).isEmpty();
    maya.texts("I can't go on, I want to kill myself too");
    tom.isPaged();
    maya.texts("ok");
    assertThat(maya.receives(5)).containsIgnoringCase("are you safe");
  }

  @Test
  void whatAContactIsAskedIsNoQuestionOfTheirOwnChat() {
    Someone lee = world.person("Lee", "+12025550142").unhurried();
    Contact friend = world.contact(maya, "Lee", lee.number, "");
    world.run("UPDATE emergency_contacts SET is_primary = true WHERE id = '" + friend.id + "'");
    lee.texts(PASSIVE);
    assertThat(lee.receives(1)).contains("?");
    maya.texts("I want to kill myself");
    friend.isPaged();
    lee.texts("yes but I am at work till six");
    lee.receives("About Maya");
    assertThat(lee.incident("status")).isEqualTo("none");
  }
}
