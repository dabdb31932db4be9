package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A person names, sees, changes and removes emergency contacts by chat. */
final class ContactsByChatTest {
  private static final String NUMBER = "+12025550181";

  @Test
  void contactsAreNamedSeenChangedAndRemoved() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("show my emergency contacts");
      assertThat(maya.receives(1)).contains("not named an emergency contact");
      maya.texts("Can I add an emergency contact please?");
      maya.receives(2);
      maya.texts("Ana Ruiz, ana@example.org, sister");
      assertThat(maya.receives(3)).contains("Ana Ruiz").contains("check my contacts");
      maya.texts("add my brother as an emergency contact");
      assertThat(maya.receives(4)).contains("brother");
      maya.texts("+49 151 23456789");
      maya.receives(5);
      maya.texts("skip");
      maya.receives(6);
      maya.texts("my emergency contacts");
      assertThat(maya.receives(7))
          .contains("Ana Ruiz, sister, ana@example.org")
          .contains("brother, +4915123456789");
      maya.texts("change Ana's number");
      assertThat(maya.receives(8)).contains("Ana Ruiz");
      maya.texts("202-555-0182");
      assertThat(maya.receives(9)).contains("from now on");
      assertThat(world.one("SELECT phone_number FROM emergency_contacts WHERE email IS NOT NULL"))
          .isEqualTo("+12025550182");
      maya.texts("remove an emergency contact");
      assertThat(maya.receives(10)).contains("Which one");
      maya.texts("brother");
      assertThat(maya.receives(11)).contains("no longer");
      assertThat(world.one("SELECT string_agg(name, ' ') FROM emergency_contacts"))
          .isEqualTo("Ana Ruiz");
    }
  }

  @Test
  void forADayAfterAnEmergencyNobodyIsRemoved() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.contact(maya, "Tom", "+12025550182", "tom@example.org");
      world.run(
          "INSERT INTO crisis_interventions (user_id, status, created_at, completed_at,"
              + " intervention_type) VALUES ('%1$s', 'resolved', '%2$s', '%2$s', 'escalation')"
                  .formatted(maya.id, world.clock.instant()));
      maya.texts("remove emergency contact Tom");
      assertThat(maya.receives(1)).contains("stay as they are");
      assertThat(world.one("SELECT count(*) FROM emergency_contacts")).isEqualTo("1");
    }
  }

  @Test
  void talkBesideTheQuestionIsTalk() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("add an emergency contact");
      maya.receives(1);
      maya.texts("I don't know who, I feel so alone with all of this");
      assertThat(maya.receives(2)).doesNotContain("How can");
      maya.texts("Tom");
      maya.receives(3);
      assertThat(world.one("SELECT count(*) FROM emergency_contacts")).isEqualTo("0");
    }
  }
}
