package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Everyday fears are none; a fear of someone close is asked after; a deed of theirs keeps them from
 * being told.
 */
class FearsTest {
  @TestFactory
  Stream<DynamicTest> everyFearIsWeighedByWhatIsFeared() {
    return Stream.of("en", "es", "pt", "fr", "de", "zh", "hi", "ar")
        .flatMap(FearsTest::lines)
        .map(parts ->
            DynamicTest.dynamicTest(parts[0] + ": " + parts[1], () -> holds(parts[0], parts[1])));
  }

  private static Stream<String[]> lines(String language) {
    String file = "fears/" + language + ".txt";
    try (InputStream in = Objects.requireNonNull(FearsTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 2));
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  private static void holds(String expected, String text) {
    Assessment seen = Saying.alone(text);
    if (expected.equals("none")) {
      assertThat(seen.level()).isEqualTo(RiskLevel.NONE);
      return;
    }
    assertThat(seen.categories()).contains(Category.ABUSE);
    assertThat(seen.closeDanger()).isEqualTo(!expected.equals("watched"));
    assertThat(seen.closeDangerOfAbuse()).isEqualTo(expected.equals("act"));
  }

  @Test
  void whoFearsSomeoneAndThenWantsToDieHasThatPersonLeftOut() {
    Assessment seen =
        new Saying()
            .theySaid("I'm scared of my husband when he drinks")
            .weSaid("Are you safe right now?")
            .person("I want to kill myself tonight");
    assertThat(seen.isEmergency()).isTrue();
    assertThat(seen.closeDanger()).isTrue();
    assertThat(seen.closeDangerOfAbuse()).isFalse();
  }

  @Test
  void whoFearsForTheirJobAndThenWantsToDieHasEverybodyTold() {
    Assessment seen =
        new Saying()
            .theySaid("tengo miedo de perder el trabajo")
            .weSaid("Gracias por contármelo.")
            .person("me quiero matar esta noche, tengo las pastillas");
    assertThat(seen.level()).isEqualTo(RiskLevel.IMMINENT);
    assertThat(seen.closeDanger()).isFalse();
  }

  @Test
  void fearAndSurveillanceTogetherAreRemembered() {
    Assessment seen = Saying.alone("My boyfriend checks my phone. I'm scared of him");
    assertThat(seen.closeDangerOfAbuse()).isTrue();
  }
}
