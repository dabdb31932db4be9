package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sentence encoder hears after the embedded screen heard nothing; no model is there. */
final class EncoderTest {
  private static final String QUIET_CRY =
      "nobody would choose to live as I do and I don't see why I have to";

  private World world;
  private Someone maya;
  private Contact tom;

  @BeforeEach
  void mayaWritesToAGatewayWithAnEncoder() {
    world = World.brisk(Map.of("CRISIS_ENCODER", "on"));
    maya = world.person("Maya", "+12025550141");
    tom = world.contact(maya, "Tom", "+12025550151", "");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aCryThatNoFamilyKnowsIsAnsweredWithTheLineAndNobodyIsPaged() {
    maya.texts(QUIET_CRY);
    maya.receives("988");
    looked("raised concern");
    assertThat(world.one("SELECT level || ' ' || source FROM crisis_assessments"))
        .isEqualTo("concern second_opinion");
    assertThat(maya.incident("status")).isEqualTo("none");
    assertThat(tom.shows()).isEmpty();
  }

  @Test
  void everydayTalkStaysAsItIs() {
    maya.texts("we had pancakes and then took the dog to the park");
    looked("unchanged none");
    assertThat(world.one("SELECT count(*) FROM crisis_assessments")).isEqualTo("0");
  }

  private void looked(String decision) {
    Await.until(
        "a second look that is " + decision,
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.gate_decisions WHERE gate = 'second_opinion'"
                        + " AND decision || ' ' || why = '"
                        + decision
                        + "'")
                .equals("1"));
  }
}
