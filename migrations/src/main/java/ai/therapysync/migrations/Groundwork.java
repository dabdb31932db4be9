package ai.therapysync.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the migrations stand on and can't bring along: Supabase's roles, which belong to the whole
 * cluster, and the login's rights. Made where the login may; asked for where it may not.
 */
final class Groundwork {
  private static final List<String> ROLES = List.of("anon", "authenticated", "service_role");

  /** Insufficient privilege; undefined object: the role that could not be created before. */
  private static final Set<String> REFUSED = Set.of("42501", "42704");

  /** Another node has just made the role: duplicate object, unique violation, concurrent update. */
  private static final Set<String> ALREADY_DONE = Set.of("42710", "23505", "XX000");

  private final Connection connection;
  private final List<String> missing = new ArrayList<>();

  Groundwork(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param pending whether there are migrations to apply, for which the login needs more rights
   * @throws MissingPrivileges with everything that is missing, not only the first
   */
  void prepare(boolean pending) throws SQLException {
    connection.setAutoCommit(true);
    for (String role : ROLES) {
      makeRole(role);
    }
    joinAuthenticated();
    if (pending) {
      askFor(RIGHTS_TO_MIGRATE);
    }
    if (!missing.isEmpty()) {
      throw new MissingPrivileges(login(), missing);
    }
  }

  private void makeRole(String role) throws SQLException {
    if (isTrue("SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?)", role)) {
      return;
    }
    attempt("CREATE ROLE %s NOLOGIN NOINHERIT%s".formatted(role, passesRowSecurity(role)));
  }

  /** Only a login that passes row level security itself may give this on; ours works without. */
  private String passesRowSecurity(String role) throws SQLException {
    boolean wanted = role.equals("service_role");
    return wanted
            && isTrue(
                """
                SELECT rolsuper OR (rolcreaterole AND rolbypassrls
                    AND current_setting('server_version_num')::int >= 160000)
                FROM pg_catalog.pg_roles WHERE rolname = current_user
                """)
        ? " BYPASSRLS"
        : "";
  }

  /** The gateway turns into this role for each logged-in caller. */
  private void joinAuthenticated() throws SQLException {
    if (!canBecomeAuthenticated()) {
      attempt("GRANT authenticated TO " + text("SELECT quote_ident(current_user)"));
    }
  }

  private boolean canBecomeAuthenticated() throws SQLException {
    try {
      execute("SET ROLE authenticated");
      execute("RESET ROLE");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private void attempt(String statement) throws SQLException {
    try {
      execute(statement);
    } catch (SQLException e) {
      if (REFUSED.contains(e.getSQLState())) {
        missing.add(statement + ";");
      } else if (!ALREADY_DONE.contains(e.getSQLState())) {
        throw e;
      }
    }
  }

  private void askFor(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        missing.add(rows.getString(1));
      }
    }
  }

  private String login() throws SQLException {
    return text("SELECT current_user");
  }

  private String text(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private boolean isTrue(String query, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Each row is a statement to run; none when the login has all it needs. */
  private static final String RIGHTS_TO_MIGRATE =
      """
      SELECT format('GRANT CREATE ON DATABASE %I TO %I;', current_database(), current_user)
      WHERE NOT has_database_privilege(current_database(), 'CREATE')
        AND (to_regnamespace('gateway') IS NULL OR to_regnamespace('auth') IS NULL)
      UNION ALL
      SELECT format('GRANT USAGE, CREATE ON SCHEMA gateway TO %I;', current_user)
      FROM pg_catalog.pg_namespace WHERE nspname = 'gateway'
        AND NOT (has_schema_privilege(oid, 'USAGE') AND has_schema_privilege(oid, 'CREATE'))
      UNION ALL
      SELECT 'CREATE SCHEMA public;' WHERE to_regnamespace('public') IS NULL
      UNION ALL
      SELECT format('GRANT USAGE, CREATE ON SCHEMA public TO %I;', current_user)
      WHERE NOT coalesce(
        (SELECT has_schema_privilege(oid, 'USAGE') AND has_schema_privilege(oid, 'CREATE')
         FROM pg_catalog.pg_namespace WHERE nspname = 'public'), false)
      UNION ALL
      SELECT format('GRANT USAGE ON SCHEMA auth TO %I;', current_user)
      FROM pg_catalog.pg_namespace WHERE nspname = 'auth' AND NOT has_schema_privilege(oid, 'USAGE')
      UNION ALL
      SELECT format('GRANT SELECT, REFERENCES ON auth.users TO %I;', current_user)
      FROM pg_catalog.pg_class
      WHERE relname = 'users'
        AND relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'auth')
        AND NOT (has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'REFERENCES'))
      """;
}
