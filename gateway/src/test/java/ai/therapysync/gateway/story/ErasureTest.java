package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person has lived here, and wants everything gone. */
final class ErasureTest {
  private static final String NUMBER = "+12025550171";

  private World world;
  private Someone maya;
  private Contact tom;

  @BeforeEach
  void mayaHasLivedHere() {
    world = World.brisk();
    maya = world.person("Maya", NUMBER).unhurried();
    tom = world.contact(maya, "Tom", "+12025550172", "tom@example.org");
    maya.texts("hello, I can't sleep");
    maya.receives(1);
    maya.texts("my goal is to walk every day");
    maya.receives(2);
    maya.texts("check in with me every day at 8 pm");
    maya.receives(3);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void inAQuietTimeSheIsGoneAtOnceAndHerNumberIsAStrangers() {
    assertThat(erase()).isEqualTo(204);
    assertThat(tablesWith(maya.id.toString()))
        .isSubsetOf("gateway.erasures", "gateway.audit_log", "gateway.tasks");
    assertThat(tablesWith(NUMBER)).isEmpty();
    assertThat(maya.texts("hello?")).isEqualTo(200);
    assertThat(maya.receives(4)).doesNotContain("Maya");
    assertThat(world.one("SELECT count(*) FROM whatsapp_messages")).isEqualTo("0");
    assertThat(world.one("SELECT count(*) FROM gateway.data_keys")).isEqualTo("0");
  }

  @Test
  void inAnEmergencySheIsHelpedFirst() {
    maya.texts("I am going to kill myself tonight");
    tom.isPaged();
    assertThat(erase()).isEqualTo(202);
    tom.texts("1");
    maya.incidentIs("acknowledged");
    world.stop();
    world.restart();
    assertThat(world.one("SELECT count(*) FROM profiles")).isEqualTo("1");
    int heard = tom.shows().size();
    world
        .desk()
        .happens(
            new IncidentId(UUID.fromString(maya.incident("id"))),
            new IncidentEvent.OperatorResolved(UUID.randomUUID(), "safe at home"));
    Await.until("everything gone", () -> world.one("SELECT count(*) FROM profiles").equals("0"));
    Await.until("Tom hears that it is over", () -> tom.shows().size() > heard);
    world.clock.pass(Duration.ofMinutes(61));
    Await.until(
        "the second look",
        () ->
            world
                .one("SELECT count(*) FROM gateway.tasks WHERE task_name = 'erasure'")
                .equals("0"));
    assertThat(tablesWith(maya.id.toString())).isSubsetOf("gateway.erasures", "gateway.audit_log");
    assertThat(tablesWith("202555017")).isEmpty();
  }

  @Test
  void sheTakesEverythingWithHerFirstAndNobodyElseGetsIt() throws IOException {
    HttpResponse<byte[]> answer = export(maya.id);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"therapysync-export.zip\"");
    assertThat(file(answer.body(), "whatsapp_messages.json")).contains("I can't sleep");
    assertThat(file(answer.body(), "gateway/gate_decisions.json")).contains(maya.id.toString());
    Someone lee = world.person("Lee", "+12025550173");
    assertThat(export(lee.id).statusCode()).isEqualTo(404);
    assertThat(Client.of(world, lee.id).delete("/users/" + maya.id).status()).isEqualTo(404);
    assertThat(Client.operator(world, "moderator").delete("/users/" + maya.id).status())
        .isEqualTo(404);
    assertThat(Client.operator(world, "support_admin").delete("/users/" + maya.id).status())
        .isEqualTo(204);
    assertThat(Client.of(world, maya.id).get("/me").status()).isEqualTo(401);
  }

  @Test
  void whoWorksHereIsErasedOnlyWithoutTheirRoles() {
    Client boss = Client.operator(world, "admin");
    String id = boss.get("/me").text("id");
    Client ana = Client.operator(world, "support_admin");
    assertThat(ana.delete("/users/" + id).status()).isEqualTo(409);
    assertThat(boss.delete("/users/" + id).status()).isEqualTo(409);
    assertThat(boss.get("/me").status()).isEqualTo(200);
    world.run("UPDATE public.user_roles SET is_active = FALSE WHERE user_id = '" + id + "'");
    assertThat(ana.delete("/users/" + id).status()).isEqualTo(204);
  }

  @Test
  void whatComesInMeanwhileBelongsToNobody() {
    AtomicInteger worst = new AtomicInteger();
    CompletableFuture<?>[] storm =
        IntStream.range(0, 12)
            .mapToObj(at ->
                CompletableFuture.runAsync(
                    () -> worst.accumulateAndGet(maya.texts("again " + at), Math::max)))
            .toArray(CompletableFuture[]::new);
    assertThat(erase()).isEqualTo(204);
    CompletableFuture.allOf(storm).join();
    assertThat(worst.get()).isEqualTo(200);
    Await.until(
        "rest",
        () ->
            world
                .one("SELECT count(*) FROM gateway.tasks WHERE task_name IN ('turn', 'delivery')")
                .equals("0"));
    assertThat(tablesWith(maya.id.toString()))
        .isSubsetOf("gateway.erasures", "gateway.audit_log", "gateway.tasks");
  }

  private int erase() {
    return Client.of(world, maya.id).delete("/users/" + maya.id).status();
  }

  private HttpResponse<byte[]> export(UUID caller) {
    String token = Client.token(caller, world.clock.instant().plusSeconds(600), Client.SECRET);
    HttpRequest request =
        HttpRequest.newBuilder(world.url().resolve("/api/v1/users/" + maya.id + "/export"))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String file(byte[] archive, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    return "no such file";
  }

  private Set<String> tablesWith(String word) {
    Set<String> tables = new TreeSet<>();
    world
        .sql()
        .useHandle(handle ->
            handle
                .createQuery(
                    "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_schema IN ('public', 'gateway')"
                        + " AND table_type = 'BASE TABLE'")
                .mapTo(String.class)
                .filter(table ->
                    !world
                        .one(
                            "SELECT count(*) FROM %s t WHERE strpos(t::text, '%s') > 0"
                                .formatted(table, word))
                        .equals("0"))
                .forEach(tables::add));
    return tables;
  }
}
