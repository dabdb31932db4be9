package ai.therapysync.persistence.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.Life;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.export.Export.Asked;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A person gets everything that is kept of them, in a form that they can read, and nobody else's.
 */
final class ExportTest {
  /** Keys and codes, and how many were asked for; and messages on their way, told as deliveries. */
  private static final Set<String> NOT_HANDED_OUT =
      Set.of(
          "gateway.data_keys", "gateway.recovery_codes", "gateway.issued_codes", "gateway.outbox");

  private static final InstantSource CLOCK = InstantSource.system();

  private final Sealer sealer = new Sealer(Keyset.create());
  private TestDatabase database;
  private Callers callers;
  private Export export;
  private Life maya;

  @BeforeEach
  void mayaHasARowEverywhere() {
    database = TestDatabase.fresh();
    callers = new Callers(database.database().jdbi(), new AuditLog(MacKey.create(), CLOCK));
    export = new Export(database.database().jdbi(), sealer, CLOCK);
    maya = Life.of(database, "12025550141");
    DataKey key = sealer.newDataKey();
    maya.run("UPDATE gateway.data_keys SET sealed_key = '%s'".formatted(sealer.wrap(key, maya.id)));
    maya.run(
        "UPDATE whatsapp_messages SET content = '%s'"
            .formatted(sealer.seal(key, "I can't sleep", maya.row("message"))));
    maya.run(
        "UPDATE gateway.inbound SET content = '%s' WHERE id = '{inbound}'"
            .formatted(sealer.sealOwn("{\"attachments\": []}", maya.row("inbound"))));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyTableWithRowsOfTheirsIsInIt() throws IOException {
    Set<String> files = archive(maya.id).keySet();
    assertThat(tablesWithPeople())
        .as(
            "a table that is new here belongs into archive.txt, or into NOT_HANDED_OUT with a reason")
        .filteredOn(table -> !NOT_HANDED_OUT.contains(table))
        .allSatisfy(table ->
            assertThat(files)
                .contains(table.replace("public.", "").replace("gateway.", "gateway/") + ".json"));
    archive(maya.id)
        .forEach((file, rows) -> {
          if (file.endsWith(".json") && !file.matches(".*(household|alert|erasure).*")) {
            assertThat(rows).as(file).isNotEqualTo("[ ]");
          }
        });
  }

  @Test
  void messagesCanBeReadAndEveryFileIsExplained() throws IOException {
    Map<String, String> archive = archive(maya.id);
    JsonNode message = new ObjectMapper().readTree(archive.get("whatsapp_messages.json")).get(0);
    assertThat(message.path("content").asText()).isEqualTo("I can't sleep");
    assertThat(message.path("sender_type").asText()).isEqualTo("user");
    assertThat(message.path("timestamp").asText()).endsWith("+00:00");
    assertThat(archive.get("gateway/inbound.json")).contains("\"attachments\"");
    archive.keySet().stream()
        .filter(file -> file.endsWith(".json"))
        .forEach(file -> assertThat(archive.get("README.txt")).contains("\n" + file + "\n    "));
  }

  @Test
  void withoutTheKeyItSaysSo() throws IOException {
    database.run("DELETE FROM gateway.data_keys");
    assertThat(archive(maya.id).get("whatsapp_messages.json")).contains("a key that is gone");
  }

  @Test
  void nobodyElseIsInIt() throws IOException {
    Life lee = Life.of(database, "12025550142");
    UUID home = UUID.randomUUID();
    database.run(
        "INSERT INTO households (id, name, primary_account_holder_id)"
            + " VALUES ('%s', 'Home', '%s')".formatted(home, lee.id));
    for (UUID member : List.of(maya.id, lee.id)) {
      database.run(
          "INSERT INTO household_members (household_id, user_id, invited_by,"
              + " invitation_status, invitation_token) VALUES ('%s', '%s', '%s', 'accepted', 'open sesame')"
                  .formatted(home, member, lee.id));
      database.run(
          "INSERT INTO family_alerts (household_id, member_user_id, alert_type, title,"
              + " description, acknowledged_by) VALUES ('%s', '%s', 'crisis', 'a', 'b', '%s')"
                  .formatted(home, member, lee.id));
    }
    maya.run("UPDATE gateway.takeovers SET operator_id = '%s'".formatted(lee.id));
    maya.run("UPDATE gateway.escalations SET responder_operator = '%s'".formatted(lee.id));
    maya.run(
        "UPDATE gateway.incident_events SET details = '{\"operator\": \"%s\"}'".formatted(lee.id));
    maya.run(
        "INSERT INTO gateway.audit_log (number, at, actor_id, door, address, action, resource,"
            + " user_id, fields, hash) VALUES (1, now(), '%s', 'api', '10.0.0.9', 'read', 'messages',"
                .formatted(lee.id)
            + " '{me}', '{}', 'hash')");
    maya.run("UPDATE whatsapp_integrations SET access_token = 'EAAG', verification_code = '4711'");
    Map<String, String> archive = archive(maya.id);
    assertThat(String.join("", archive.values()))
        .doesNotContain(lee.id.toString(), "12025550142", "10.0.0.9", "open sesame", "EAAG", "4711")
        .contains("12025550141", "an operator");
    assertThat(archive.get("households.json")).contains("Home").contains("\"you_hold_it\" : false");
    assertThat(new ObjectMapper().readTree(archive.get("family_alerts.json"))).hasSize(1);
  }

  @Test
  void manyRowsComeWhileNoConnectionIsHeld() throws IOException {
    maya.run(
        "INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content,"
            + " \"timestamp\") SELECT '{number}', '{me}', 'ai', 'line ' || n, now() + n * interval '1 s'"
            + " FROM generate_series(1, 2500) n");
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    granted(maya.id)
        .writeTo(
            new OutputStream() {
              @Override
              public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
              }

              @Override
              public void write(byte[] bytes, int from, int count) {
                assertThat(held()).isZero();
                taken.write(bytes, from, count);
              }
            });
    assertThat(new ObjectMapper().readTree(read(taken.toByteArray()).get("whatsapp_messages.json")))
        .hasSize(2501);
  }

  @Test
  void onlyTheyThemselvesAndWhoReadsConversationsGetIt() {
    Life lee = Life.of(database, "12025550142");
    assertThat(ask(lee.id, maya.id)).isEqualTo(new Asked.NotSeen());
    lee.run("UPDATE user_roles SET role = 'moderator' WHERE user_id = '{me}'");
    assertThat(ask(lee.id, maya.id)).isEqualTo(new Asked.NotSeen());
    database.run("CREATE POLICY seen ON profiles FOR SELECT TO authenticated USING (true)");
    assertThat(ask(lee.id, maya.id)).isEqualTo(new Asked.NotAllowed());
    lee.run("UPDATE user_roles SET role = 'support_admin' WHERE user_id = '{me}'");
    assertThat(ask(lee.id, maya.id)).isInstanceOf(Asked.Granted.class);
    assertThat(
            maya.value(
                "SELECT string_agg(action || ' ' || user_id, ', ')" + " FROM gateway.audit_log"))
        .isEqualTo("export " + maya.id);
  }

  private Asked ask(UUID caller, UUID person) {
    return callers.acting(
        callers.find(caller).orElseThrow(),
        new Origin(Origin.Door.API, "127.0.0.1"),
        acting -> export.ask(acting, person));
  }

  private Archive granted(UUID person) {
    return ask(person, person) instanceof Asked.Granted(Archive archive)
        ? archive
        : org.assertj.core.api.Assertions.fail("not granted");
  }

  private Map<String, String> archive(UUID person) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    granted(person).writeTo(out);
    return read(out.toByteArray());
  }

  private static Map<String, String> read(byte[] bytes) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private int held() {
    return active(database.database().dataSource())
        + active(database.database().ordinaryDataSource());
  }

  private static int active(javax.sql.DataSource pool) {
    return ((HikariDataSource) pool).getHikariPoolMXBean().getActiveConnections();
  }

  private List<String> tablesWithPeople() {
    return database
        .database()
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT c.table_schema || '.' || c.table_name"
                        + " FROM information_schema.columns c JOIN information_schema.tables t"
                        + " USING (table_schema, table_name)"
                        + " WHERE c.table_schema IN ('public', 'gateway') AND t.table_type = 'BASE TABLE'"
                        + " AND c.column_name = 'user_id'")
                .mapTo(String.class)
                .list());
  }
}
