package ai.therapysync.gateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void kindPlaceAndCodeAreToldButNotTheMessage() {
    Throwable failure =
        new IllegalStateException(
            "Maya wrote this", new SQLException("Key (phone)=(+15550100001)", "23505"));

    assertThat(Failures.describe(failure))
        .contains("IllegalStateException at FailuresTest.java:")
        .contains("SQLException (SQLSTATE 23505)")
        .doesNotContain("Maya")
        .doesNotContain("+1555")
        .doesNotContain("\n");
  }
}
