package ai.therapysync.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tries the four verbs on a row as somebody would, and takes everything back. */
final class AccessAttempt implements AutoCloseable {
  private static final String REFUSED = "42501";

  /** The row was the caller's to touch: only what was written broke a rule of the table. */
  private static final String CONSTRAINT = "23";

  private final Connection session;

  AccessAttempt(Database database) {
    try {
      session = database.dataSource().getConnection();
      session.setAutoCommit(false);
    } catch (SQLException e) {
      throw new Database.Refused(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (SQLException e) {
      throw new Database.Refused(e);
    }
  }

  /** The columns of a table. */
  Set<String> columns(String table) {
    return columns("postgres", table, "SELECT");
  }

  /** The columns for which a role has a privilege, whatever the row. */
  Set<String> columns(String role, String table, String privilege) {
    return new TreeSet<>(
        column(
            "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
                + " AND NOT attisdropped AND has_column_privilege(?, attrelid, attnum, ?)",
            table,
            role,
            privilege));
  }

  /** Which of {@code SIUD} this caller may do to this row. */
  String verbs(String caller, Optional<UUID> id, String table, UUID target) {
    String role = role(caller, id);
    String row = value("SELECT to_json(t)::text FROM %s t WHERE id = ?".formatted(table), target);
    StringBuilder verbs = new StringBuilder();
    String where = " FROM %s WHERE id = '%s'".formatted(table, target);
    if (can(caller, id, "SELECT " + list(columns(role, table, "SELECT")) + where)) {
      verbs.append('S');
    }
    String columns =
        list(columns(role, table, "INSERT").stream().filter(c -> !c.equals("id")).toList());
    if (can(
        caller,
        id,
        "INSERT INTO %1$s (%2$s) SELECT %2$s FROM json_populate_record(NULL::%1$s, '%3$s')"
            .formatted(table, columns, row.replace("'", "''")))) {
      verbs.append('I');
    }
    if (can(
        caller,
        id,
        "UPDATE %s SET %s WHERE id = '%s'".formatted(table, assignments(role, table), target))) {
      verbs.append('U');
    }
    if (can(caller, id, "DELETE" + where)) {
      verbs.append('D');
    }
    return verbs.toString();
  }

  /** The same with statements that have no condition and read no column. */
  List<String> blindVerbs(String caller, Optional<UUID> id, String table, UUID target) {
    List<String> verbs = new ArrayList<>();
    String values =
        columns(role(caller, id), table, "UPDATE").stream()
            // One number can't be two people's: a rule that would hide whose rows were touched.
            .filter(column -> !column.equals("phone_number"))
            .map(column -> literal(table, column, target))
            .collect(Collectors.joining(", "));
    if (!values.isEmpty()
        && touches(caller, id, "UPDATE %s SET %s".formatted(table, values), table, target)) {
      verbs.add("U");
    }
    if (touches(caller, id, "DELETE FROM " + table, table, target)) {
      verbs.add("D");
    }
    return verbs;
  }

  private String literal(String table, String column, UUID target) {
    return value(
        "SELECT format('%%I = %%L::%%s', '%2$s', %2$s, pg_typeof(%2$s)) FROM %1$s WHERE id = ?"
            .formatted(table, column),
        target);
  }

  private String assignments(String role, String table) {
    // The only one whose value a policy looks at.
    if (table.equals("household_members")) {
      return "invitation_status = 'accepted'";
    }
    Set<String> columns = columns(role, table, "UPDATE");
    return columns.isEmpty()
        ? "id = id"
        : columns.stream().map(c -> c + " = " + c).collect(Collectors.joining(", "));
  }

  private static String list(Iterable<String> columns) {
    String list = String.join(", ", columns);
    return list.isEmpty() ? "id" : list;
  }

  private static String role(String caller, Optional<UUID> id) {
    return id.isPresent() ? "authenticated" : caller.equals("owner") ? "postgres" : caller;
  }

  private boolean can(String caller, Optional<UUID> id, String statement) {
    return tried(() -> {
      become(caller, id);
      try (var sql = session.createStatement()) {
        boolean rows = sql.execute(statement);
        return rows ? sql.getResultSet().next() : sql.getUpdateCount() > 0;
      }
    });
  }

  /** Foreign keys are left out, so that what refers to the caller's own rows is in nobody's way. */
  private boolean touches(
      String caller, Optional<UUID> id, String statement, String table, UUID target) {
    return tried(() -> {
      String place = "SELECT ctid FROM %s WHERE id = '%s'".formatted(table, target);
      List<String> before = Database.column(session, place);
      Database.execute(session, "SET LOCAL session_replication_role = replica");
      become(caller, id);
      Database.execute(session, statement);
      Database.execute(session, "RESET ROLE");
      return !Database.column(session, place).equals(before);
    });
  }

  private void become(String caller, Optional<UUID> id) throws SQLException {
    Database.execute(session, "SET LOCAL ROLE " + role(caller, id));
    if (id.isPresent()) {
      Database.column(
          session,
          "SELECT set_config('request.jwt.claims', ?, true)",
          "{\"sub\": \"%s\", \"role\": \"authenticated\"}".formatted(id.get()));
    }
  }

  private interface Try {
    boolean succeeds() throws SQLException;
  }

  private boolean tried(Try work) {
    try {
      return work.succeeds();
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (!state.equals(REFUSED) && !state.startsWith(CONSTRAINT)) {
        throw new Database.Refused(e);
      }
      return state.startsWith(CONSTRAINT);
    } finally {
      takeBack();
    }
  }

  private void takeBack() {
    try {
      session.rollback();
    } catch (SQLException e) {
      throw new Database.Refused(e);
    }
  }

  private List<String> column(String sql, Object... values) {
    try {
      return Database.column(session, sql, values);
    } catch (SQLException e) {
      throw new Database.Refused(e);
    }
  }

  private String value(String sql, Object... values) {
    return column(sql, values).getFirst();
  }
}
