package ai.therapysync.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One database of the tests, as one login sees it. Everything is asked in SQL; a value that is null
 * comes back as the word {@code null}.
 */
record Database(DataSource dataSource) {
  /** What is done in one transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  Database migrated() {
    new Migrations(dataSource).migrate();
    return this;
  }

  int execute(String sql, Object... values) {
    return transaction(connection -> execute(connection, sql, values));
  }

  /** The first column of each row. */
  List<String> column(String sql, Object... values) {
    return transaction(connection -> column(connection, sql, values));
  }

  String value(String sql, Object... values) {
    return column(sql, values).getFirst();
  }

  /** As a person with a login does: their role, their claims, for one transaction that stays. */
  <T> T as(UUID person, Work<T> work) {
    return transaction(connection -> {
      execute(connection, "SET LOCAL ROLE authenticated");
      column(
          connection,
          "SELECT set_config('request.jwt.claims', ?, true)",
          "{\"sub\": \"%s\", \"role\": \"authenticated\"}".formatted(person));
      return work.in(connection);
    });
  }

  <T> T transaction(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  static int execute(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      statement.execute();
      return statement.getUpdateCount();
    }
  }

  static List<String> column(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(String.valueOf(rows.getString(1)));
      }
      return found;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** The database said no. */
  static final class Refused extends RuntimeException {
    private final String state;

    Refused(SQLException cause) {
      super(cause.getMessage(), cause);
      this.state = String.valueOf(cause.getSQLState());
    }

    /** The five characters of SQLSTATE: 42501 is a missing privilege or a policy's refusal. */
    String state() {
      return state;
    }
  }
}
