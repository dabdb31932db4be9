package ai.therapysync.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.therapysync.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void eachTestHasADatabaseOfItsOwn() {
    try (TestDatabase one = TestDatabase.fresh();
        TestDatabase other = TestDatabase.fresh()) {
      one.database()
          .jdbi()
          .useHandle(handle -> handle.execute("INSERT INTO auth.users (email) VALUES ('a@b.org')"));

      assertThat(users(one)).isEqualTo(1);
      assertThat(users(other)).isZero();
      assertThat(one.database().answers()).isTrue();
    }
  }

  @Test
  void aPoolThatIsUsedUpAnswersAfterThreeSecondsAndCountsAsAway() {
    try (TestDatabase test = TestDatabase.fresh();
        Database small = Database.open(test.jdbcUrl(), "postgres", "postgres", 1);
        Handle taken = small.jdbi().open()) {
      Instant start = InstantSource.system().instant();

      Throwable failure = catchThrowable(small.jdbi()::open);

      assertThat(DatabaseAway.isCauseOf(failure)).isTrue();
      assertThat(Duration.between(start, InstantSource.system().instant()))
          .isBetween(Duration.ofMillis(2_500), Duration.ofMillis(4_500));
      assertThat(taken.isClosed()).isFalse();
    }
  }

  @Test
  void anErrorOfAStatementIsNotAnOutageAndQuotesNoValue() {
    try (TestDatabase test = TestDatabase.fresh()) {
      Throwable failure =
          catchThrowable(() ->
              test.database()
                  .jdbi()
                  .useHandle(handle -> {
                    handle.execute("INSERT INTO auth.users (email) VALUES (?)", "maya@example.org");
                    handle.execute("INSERT INTO auth.users (email) VALUES (?)", "maya@example.org");
                  }));

      assertThat(DatabaseAway.isCauseOf(failure)).isFalse();
      assertThat(failure).hasStackTraceContaining("users_email_partial_key");
      assertThat(failure.getCause()).hasMessageNotContaining("maya");
    }
  }

  @Test
  void aWrongPasswordOrAddressIsToldInOneSentence() {
    assertThatThrownBy(() -> Database.open("jdbc:postgresql://localhost:1/none", "u", "hush", 1))
        .isInstanceOf(DatabaseAway.class)
        .hasMessageContaining("nothing answers")
        .hasMessageNotContaining("hush");
    try (TestDatabase test = TestDatabase.fresh()) {
      assertThatThrownBy(() -> Database.open(test.jdbcUrl() + "_none", "postgres", "x", 1))
          .isInstanceOfSatisfying(
              DatabaseAway.class, away -> assertThat(away.isMisconfigured()).isTrue())
          .hasMessageContaining("no database of that name");
    }
  }

  private static int users(TestDatabase test) {
    return test.database()
        .jdbi()
        .withHandle(handle ->
            handle.createQuery("SELECT count(*) FROM auth.users").mapTo(Integer.class).one());
  }
}
