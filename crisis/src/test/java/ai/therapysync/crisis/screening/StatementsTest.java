package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.RiskLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sentences beside this class with the level that each of them must get. */
class StatementsTest {
  @TestFactory
  Stream<DynamicTest> negations() throws IOException {
    return statements("negations.txt");
  }

  @TestFactory
  Stream<DynamicTest> medicines() throws IOException {
    return statements("medicines.txt");
  }

  @TestFactory
  Stream<DynamicTest> plainStatements() throws IOException {
    return statements("plain-statements.txt");
  }

  @TestFactory
  Stream<DynamicTest> harmless() throws IOException {
    return statements("harmless.txt");
  }

  @TestFactory
  Stream<DynamicTest> wishesWithATimeOrMeans() throws IOException {
    return statements("soon.txt");
  }

  private static Stream<DynamicTest> statements(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StatementsTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\|", 2))
          .map(parts ->
              DynamicTest.dynamicTest(
                  parts[0].strip() + ": " + parts[1].strip(),
                  () -> holds(parts[0].strip(), parts[1].strip())));
    }
  }

  /** "danger" is any level above none, "emergency" high or imminent. */
  private static void holds(String expected, String text) {
    Assessment seen = Saying.alone(text);
    switch (expected) {
      case "danger" -> assertThat(seen.level()).isNotEqualTo(RiskLevel.NONE);
      case "emergency" -> assertThat(seen.level()).isGreaterThanOrEqualTo(RiskLevel.HIGH);
      default ->
          assertThat(seen.level()).isEqualTo(RiskLevel.valueOf(expected.toUpperCase(Locale.ROOT)));
    }
  }
}
