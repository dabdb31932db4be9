package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.wiring.Audit;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditCommandTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Keyset keyset = Keyset.create();
  private final AuditLog log =
      Audit.log(test.database().jdbi(), new Sealer(keyset), InstantSource.system());

  @AfterEach
  void drop() {
    test.close();
  }

  private void write(int lines) {
    for (int i = 0; i < lines; i++) {
      test.database()
          .jdbi()
          .useTransaction(handle ->
              log.append(
                  handle,
                  Optional.empty(),
                  Origin.commandLine(),
                  AuditEntry.of("read", "users", UUID.randomUUID())));
    }
  }

  @Test
  void aWholeLogIsSaidToBeWholeWithItsEnd() {
    write(3);

    Typed typed = verify();

    assertThat(typed.out()).matches("The audit log is whole\\. Its end is 3:[A-Za-z0-9_-]{22}\\n");
    assertThat(typed.code()).isZero();
    String end = typed.out().strip().replaceAll(".* ", "");
    write(1);
    assertThat(verify("--end", end).code()).isZero();
    assertThat(verify("--end", "3:another").out()).contains("Line 3 was another one");
    assertThat(verify("--end", "9:another").out()).contains("Line 5 and all that followed");
  }

  @Test
  void aMissingLineIsFoundByTheCommandAndByTheDoctor() {
    write(3);
    test.run("DROP TRIGGER refuse_to_rewrite ON gateway.audit_log");
    test.run("DELETE FROM gateway.audit_log WHERE number = 2");

    assertThat(verify().out()).isEqualTo("The audit log was tampered with. Line 2 is missing.\n");
    assertThat(verify().code()).isEqualTo(1);
    assertThat(Typed.command(environment(keyset), "", "doctor").out())
        .contains("WRONG  audit log         tampered with at line 2");
  }

  @Test
  void theDoctorSaysThatAllIsWell() {
    write(3);

    assertThat(Typed.command(environment(keyset), "", "doctor").out())
        .contains("ok     audit log         whole, 3 lines");
  }

  @Test
  void withoutTheRightKeysNothingIsSaid() {
    write(1);
    Typed none = Typed.command(Map.of("DATABASE_URL", url()), "", "audit", "verify");
    Typed other = Typed.command(environment(Keyset.create()), "", "audit", "verify");

    assertThat(none.err()).contains("keyset");
    assertThat(none.code()).isEqualTo(2);
    assertThat(other.err()).contains("GATEWAY_KEYSET");
    assertThat(other.code()).isEqualTo(2);
    assertThat(verify("--end", "x").code()).isEqualTo(2);
  }

  private Typed verify(String... options) {
    List<String> words = new ArrayList<>(List.of("audit", "verify"));
    words.addAll(List.of(options));
    return Typed.command(environment(keyset), "", words.toArray(String[]::new));
  }

  private Map<String, String> environment(Keyset keys) {
    return Map.of("DATABASE_URL", url(), "GATEWAY_KEYSET", keys.json());
  }

  private String url() {
    return test.jdbcUrl() + "?user=postgres&password=postgres";
  }
}
