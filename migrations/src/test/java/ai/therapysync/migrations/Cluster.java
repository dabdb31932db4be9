package ai.therapysync.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of a test class's own: roles belong to the whole server. */
final class Cluster implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private Cluster(EmbeddedPostgres server) {
    this.server = server;
  }

  static Cluster start() {
    try {
      return new Cluster(EmbeddedPostgres.builder().start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server as Supabase hands it out. */
  static Cluster likeSupabase() {
    Cluster cluster = start();
    cluster.outsideTransaction(resource("supabase-server.sql"));
    return cluster;
  }

  /** A database as Supabase hands it out, seen by its owner. */
  Database supabase() {
    Database database = emptyOf("platform_owner");
    asSuperuser(database).execute(resource("supabase-database.sql"));
    return database;
  }

  /** An empty database, seen by the superuser, who owns it. */
  Database empty() {
    return emptyOf(SUPERUSER);
  }

  /** An empty database, owned and seen by a login. */
  Database emptyOf(String login) {
    String name = "trial_" + databases.incrementAndGet();
    outsideTransaction("CREATE DATABASE " + name + " OWNER \"" + login + "\"");
    return database(login, name);
  }

  /** A copy of a migrated database that nobody is connected to. */
  Database copyOf(Database template) {
    String name = "trial_" + databases.incrementAndGet();
    outsideTransaction(
        "CREATE DATABASE " + name + " TEMPLATE " + template.value("SELECT current_database()"));
    return database(SUPERUSER, name);
  }

  Database database(String login, String name) {
    return new Database(server.getDatabase(login, name));
  }

  /** The same database, seen by the superuser. */
  Database asSuperuser(Database database) {
    return database(SUPERUSER, database.value("SELECT current_database()"));
  }

  void outsideTransaction(String statement) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (java.sql.SQLException e) {
      throw new Database.Refused(e);
    }
  }

  static String resource(String name) {
    try (InputStream text = Cluster.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
