package ai.therapysync.persistence;

import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A migrated database of a test's own, copied from a template in one PostgreSQL a JVM; closing
 * drops it.
 */
public final class TestDatabase implements AutoCloseable {
  private static final int POOL_SIZE = 8;

  private final String name;
  private final Database database;

  private TestDatabase(String name, Database database) {
    this.name = name;
    this.database = database;
  }

  /** A new one, with the schema and nothing in it. */
  public static TestDatabase fresh() {
    String name = "test_" + Server.COUNT.incrementAndGet();
    Server.run("CREATE DATABASE " + name + " TEMPLATE " + Server.TEMPLATE);
    return new TestDatabase(
        name, Database.open(Server.url(name), "postgres", "postgres", POOL_SIZE));
  }

  public Database database() {
    return database;
  }

  /** Its address, without user and password; both are {@code postgres}. */
  public String jdbcUrl() {
    return Server.url(name);
  }

  /** Runs statements, as somebody beside the gateway would. */
  public void run(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The test's database refused: " + sql, e);
    }
  }

  /** From now on nobody gets in, and who was in is out. */
  public void closesItsDoors() {
    Server.run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
    Server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  /** Everybody may come in again. */
  public void opensItsDoors() {
    Server.run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    ((HikariDataSource) database.dataSource()).getHikariPoolMXBean().softEvictConnections();
  }

  /** The first column of the first row, as text. */
  public String value(String query) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
    } catch (SQLException e) {
      throw new IllegalStateException("The test's database refused: " + query, e);
    }
  }

  @Override
  public void close() {
    database.close();
    Server.run("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** One server a JVM, started when it is first asked for, stopped by its own shutdown hook. */
  private static final class Server {
    static final String TEMPLATE = "migrated";
    static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    static String url(String database) {
      return "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + database;
    }

    static void run(String sql) {
      runOn(POSTGRES, sql);
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        runOn(postgres, "CREATE DATABASE " + TEMPLATE);
        new Migrations(postgres.getDatabase("postgres", TEMPLATE)).migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void runOn(EmbeddedPostgres postgres, String sql) {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("The test's database refused: " + sql, e);
      }
    }
  }
}
