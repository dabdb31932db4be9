package ai.therapysync.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The connections to PostgreSQL; they, not a thread pool, bound what runs at once. A third of them
 * is kept for ordinary work ({@link Lane}), which takes none of the others.
 */
public final class Database implements AutoCloseable {
  /** A webhook that gets no connection within this time is answered 503. */
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

  /** Ordinary work waits longer for its turn; what is in hand at a stop has less than 10 s. */
  private static final Duration ORDINARY_TIMEOUT = Duration.ofSeconds(7);

  /**
   * A provider waits 15 s for its answer, and gets one from us before: nothing may wait longer for
   * another's lock or for a statement. What a dead machine's transaction has locked is free again
   * soon enough for crisis work to be taken over within 10 s. Compiling the statement that loads a
   * person takes PostgreSQL 600 ms, and running it 3: so no JIT.
   */
  private static final String EACH_SESSION =
      "SET TIME ZONE 'UTC'; SET lock_timeout = '4s'; SET statement_timeout = '8s'; SET jit = off;"
          + " SET idle_in_transaction_session_timeout = '4s'";

  /** A database that says nothing at all is given up after so many seconds. */
  private static final String SILENCE = "9";

  private final HikariDataSource pool;
  private final HikariDataSource ordinary;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool, HikariDataSource ordinary) {
    this.pool = pool;
    this.ordinary = ordinary;
    this.jdbi =
        Jdbi.create(() -> (Lane.isOrdinary() ? ordinary : pool).getConnection())
            .installPlugin(new PostgresPlugin());
  }

  /**
   * Connects at once.
   *
   * @param jdbcUrl without user and password
   * @throws DatabaseAway when no connection can be made
   */
  public static Database open(String jdbcUrl, String user, String password, int poolSize) {
    int kept = Math.max(1, poolSize / 3);
    HikariDataSource pool = pool(session(jdbcUrl, user, password, Math.max(1, poolSize - kept)));
    try {
      HikariConfig ordinary = session(jdbcUrl, user, password, kept);
      ordinary.setPoolName("gateway-ordinary");
      ordinary.setConnectionTimeout(ORDINARY_TIMEOUT.toMillis());
      return new Database(pool, pool(ordinary));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig session(String jdbcUrl, String user, String password, int size) {
    HikariConfig config = config(jdbcUrl, user, password, size);
    config.setConnectionInitSql(EACH_SESSION);
    config.addDataSourceProperty("socketTimeout", SILENCE);
    return config;
  }

  /**
   * A few connections without time limits, for migrations, which may take long.
   *
   * @throws DatabaseAway when no connection can be made
   */
  public static Database openForMigrations(String jdbcUrl, String user, String password) {
    HikariDataSource pool = pool(config(jdbcUrl, user, password, 4));
    return new Database(pool, pool);
  }

  private static HikariConfig config(String jdbcUrl, String user, String password, int poolSize) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("gateway");
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(poolSize);
    config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    config.addDataSourceProperty("ApplicationName", "therapysync-gateway");
    // Server messages quote values, and values are private words.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }

  private static HikariDataSource pool(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new DatabaseAway(e);
    }
  }

  /** The way to SQL. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** The way to SQL for what nobody waits for. */
  public Jdbi ordinaryJdbi() {
    return Jdbi.create(ordinary).installPlugin(new PostgresPlugin());
  }

  /** The pool itself, for libraries that bring their own SQL. */
  public DataSource dataSource() {
    return pool;
  }

  /** The same for libraries that do ordinary work. */
  public DataSource ordinaryDataSource() {
    return ordinary;
  }

  /** Whether a statement could be run now; answers within 3 s. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    ordinary.close();
    pool.close();
  }
}
