package ai.therapysync.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.AuditVerdict.Broken;
import ai.therapysync.persistence.audit.AuditVerdict.Fault;
import ai.therapysync.persistence.audit.AuditVerdict.Whole;
import ai.therapysync.persistence.sealing.MacKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
  private static final Instant MORNING = Instant.parse("2026-05-04T07:00:00.123456789Z");
  private static final Origin DESK = new Origin(Origin.Door.CONSOLE, "192.0.2.7");

  private final TestDatabase test = TestDatabase.fresh();
  private final Jdbi jdbi = test.database().jdbi();
  private final MacKey key = MacKey.create();
  private Instant now = MORNING;
  private final InstantSource clock = () -> now;
  private final AuditLog log = new AuditLog(key, clock);
  private final AuditChain chain = new AuditChain(jdbi, key);
  private final AuditTrail trail = new AuditTrail(jdbi);
  private final UUID maya = UUID.randomUUID();
  private final UUID dana = UUID.randomUUID();

  @AfterEach
  void drop() {
    test.close();
  }

  private void write(int lines) {
    for (int i = 0; i < lines; i++) {
      append(Optional.of(dana), AuditEntry.of("read", "messages", maya));
    }
  }

  private void append(Optional<UUID> actor, AuditEntry entry) {
    jdbi.useTransaction(handle -> log.append(handle, actor, DESK, entry));
  }

  private AuditVerdict verdict(AuditHead... remembered) {
    return chain.verify(List.of(remembered));
  }

  private void withoutTheTrigger(String... statements) {
    test.run("ALTER TABLE gateway.audit_log DISABLE TRIGGER refuse_to_rewrite");
    test.run("ALTER TABLE gateway.audit_head DISABLE TRIGGER refuse_to_rewrite");
    for (String statement : statements) {
      test.run(statement);
    }
  }

  @Test
  void aLogThatNobodyTouchedIsWhole() {
    assertThat(verdict()).isEqualTo(new Whole(new AuditHead(0, "")));
    write(5);

    assertThat(verdict()).isEqualTo(new Whole(chain.head()));
    assertThat(chain.head().number()).isEqualTo(5);
    assertThat(new AuditChain(jdbi, MacKey.create()).verify(List.of()))
        .isEqualTo(new Broken(1, Fault.CHANGED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE gateway.audit_log SET action = 'x'",
        "UPDATE gateway.audit_log SET action = 'x' WHERE false",
        "DELETE FROM gateway.audit_log",
        "TRUNCATE gateway.audit_log",
        "DELETE FROM gateway.audit_head",
        "TRUNCATE gateway.audit_head",
      })
  void evenTheOwnerIsRefused(String statement) {
    write(2);

    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("never changed or taken out");
    assertThat(verdict()).isInstanceOf(Whole.class);
  }

  @ParameterizedTest
  @CsvSource({
    "action, $$update$$",
    "actor_id, gen_random_uuid()",
    "user_id, NULL",
    "at, at + interval $$1 microsecond$$",
    "address, $$$$",
    "door, $$window$$",
    "fields, ARRAY[$$x$$]",
    "row_id, gen_random_uuid()",
    "resource, $$goals$$",
    "hash, $$x$$",
  })
  void aChangedLineShows(String column, String value) {
    write(4);
    withoutTheTrigger(
        "UPDATE gateway.audit_log SET %s = %s WHERE number = 3".formatted(column, value));

    assertThat(verdict()).isEqualTo(new Broken(3, Fault.CHANGED));
    assertThat(trail.search(AuditQuery.all(), OptionalLong.empty(), 10)).isNotEmpty();
  }

  @Test
  void aLineTakenFromTheMiddleShowsAlsoWhenTheOthersMoveUp() {
    write(4);
    withoutTheTrigger("DELETE FROM gateway.audit_log WHERE number = 2");
    assertThat(verdict()).isEqualTo(new Broken(2, Fault.MISSING));

    test.run("UPDATE gateway.audit_log SET number = number - 1 WHERE number > 2");
    assertThat(verdict()).isEqualTo(new Broken(2, Fault.CHANGED));
  }

  @Test
  void linesTakenFromTheEndShowAndGoOnShowing() {
    write(5);
    withoutTheTrigger("DELETE FROM gateway.audit_log WHERE number > 3");
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.END_MISSING));

    write(2);
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.MISSING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE gateway.audit_head SET (number, hash) ="
            + " (SELECT number, hash FROM gateway.audit_log WHERE number = 3)",
        "UPDATE gateway.audit_head SET number = 0, hash = '', seal = ''",
        "DELETE FROM gateway.audit_head",
      })
  void whoTurnsTheMarkOfTheEndBackCanNotHideIt(String statement) {
    write(5);
    withoutTheTrigger("DELETE FROM gateway.audit_log WHERE number > 3", statement);
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.HEAD_CHANGED));

    write(2);
    assertThat(verdict()).isEqualTo(new Broken(4, Fault.CHANGED));
  }

  @Test
  void aWholeOldStateIsKnownByACopyOfTheEnd() {
    write(2);
    List<String> old = head();
    write(2);
    AuditHead remembered = chain.head();
    withoutTheTrigger(
        "DELETE FROM gateway.audit_log WHERE number > 2",
        "UPDATE gateway.audit_head SET number = %s, hash = '%s', seal = '%s'"
            .formatted(old.toArray()));
    assertThat(verdict()).isInstanceOf(Whole.class);

    assertThat(verdict(remembered)).isEqualTo(new Broken(3, Fault.END_MISSING));
    append(Optional.of(maya), AuditEntry.of("read", "messages", maya));
    append(Optional.of(maya), AuditEntry.of("read", "messages", maya));
    assertThat(verdict()).isInstanceOf(Whole.class);
    assertThat(verdict(remembered)).isEqualTo(new Broken(4, Fault.NOT_AS_REMEMBERED));
    assertThat(AuditHead.parse(remembered.toString())).contains(remembered);
    assertThat(AuditHead.parse("4")).isEmpty();
  }

  private List<String> head() {
    return List.of(
        test.value("SELECT number FROM gateway.audit_head"),
        test.value("SELECT hash FROM gateway.audit_head"),
        test.value("SELECT seal FROM gateway.audit_head"));
  }

  @Test
  void manyAtOnceAppendWithoutAGap() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(6)) {
      IntStream.range(0, 60).forEach(_ -> all.add(threads.submit(() -> write(1))));
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(verdict()).isEqualTo(new Whole(chain.head()));
    assertThat(chain.head().number()).isEqualTo(60);
  }

  @Test
  void whatIsTakenBackLeavesNoLine() {
    write(1);
    assertThatThrownBy(() ->
            jdbi.useTransaction(handle -> {
              log.append(handle, Optional.of(dana), DESK, AuditEntry.of("update", "goals", maya));
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);
    write(1);

    assertThat(verdict()).isInstanceOf(Whole.class);
    assertThat(chain.head().number()).isEqualTo(2);
  }

  @Test
  void aCallersNotesStandIfAndOnlyIfTheirChangeDoes() {
    test.run(
        "INSERT INTO auth.users (id, email) VALUES ('%s', 'dana@example.org')".formatted(dana));
    Callers callers = new Callers(jdbi, log);
    Caller caller = new Caller(dana, "dana@example.org", "Dana", Set.of());
    AuditEntry note =
        AuditEntry.of("update", "goals", UUID.randomUUID(), Optional.of(maya), List.of("title"));

    assertThatThrownBy(() ->
            callers.acting(
                caller,
                DESK,
                acting -> {
                  acting.note(note);
                  throw new IllegalStateException("no");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(trail.search(AuditQuery.all(), OptionalLong.empty(), 10)).isEmpty();
    callers.acting(
        caller,
        DESK,
        acting -> {
          acting.note(note);
          return acting.handle().execute("SELECT 1");
        });

    List<AuditLine> lines = trail.search(AuditQuery.all(), OptionalLong.empty(), 10);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().entry()).isEqualTo(note);
    assertThat(lines.getFirst().actorEmail()).contains("dana@example.org");
    assertThat(lines.getFirst().origin()).isEqualTo(DESK);
    assertThat(lines.toString()).doesNotContain("dana");
  }

  @Test
  void theTrailIsSearchedByAllThatALineSaysNewestFirstAndPageByPage() {
    UUID tom = UUID.randomUUID();
    append(Optional.of(dana), AuditEntry.of("read", "messages", maya));
    now = MORNING.plusSeconds(60);
    append(Optional.of(tom), AuditEntry.of("update", "goals", maya));
    now = MORNING.plusSeconds(120);
    append(Optional.empty(), AuditEntry.of("read", "goals", tom));
    AuditQuery all = AuditQuery.all();

    assertThat(numbers(all)).containsExactly(3L, 2L, 1L);
    assertThat(trail.search(all, OptionalLong.of(3), 1).getFirst().number()).isEqualTo(2);
    assertThat(numbers(with(Optional.of(dana), Optional.empty(), Optional.empty())))
        .containsExactly(1L);
    assertThat(numbers(with(Optional.empty(), Optional.of(maya), Optional.empty())))
        .containsExactly(2L, 1L);
    assertThat(numbers(with(Optional.empty(), Optional.empty(), Optional.of("read"))))
        .containsExactly(3L, 1L);
    assertThat(numbers(at(Optional.of(MORNING.plusSeconds(60)), Optional.empty())))
        .containsExactly(3L);
    assertThat(numbers(at(Optional.of(MORNING.plusSeconds(30)), Optional.of(now))))
        .containsExactly(3L, 2L);
    assertThat(numbers(at(Optional.empty(), Optional.of(MORNING.plusSeconds(1)))))
        .containsExactly(1L);
  }

  private List<Long> numbers(AuditQuery query) {
    return trail.search(query, OptionalLong.empty(), 10).stream().map(AuditLine::number).toList();
  }

  private static AuditQuery with(
      Optional<UUID> actor, Optional<UUID> person, Optional<String> action) {
    return new AuditQuery(
        actor.map(List::of),
        person.map(List::of),
        action,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditQuery at(Optional<Instant> from, Optional<Instant> until) {
    return new AuditQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), from, until);
  }
}
