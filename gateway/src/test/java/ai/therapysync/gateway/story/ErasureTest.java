package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.erasure.Erasure.Asked;
import ai.therapysync.persistence.sealing.MacKey;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
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
    assertThat(erase()).isEqualTo(new Asked.Erased(true));
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
    assertThat(erase()).isEqualTo(new Asked.WaitsForIncident());
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
  void whatComesInMeanwhileBelongsToNobody() {
    AtomicInteger worst = new AtomicInteger();
    CompletableFuture<?>[] storm =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(at ->
                CompletableFuture.runAsync(
                    () -> worst.accumulateAndGet(maya.texts("again " + at), Math::max)))
            .toArray(CompletableFuture[]::new);
    assertThat(erase()).isInstanceOf(Asked.Erased.class);
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

  private Asked erase() {
    Callers callers = new Callers(world.sql(), new AuditLog(MacKey.create(), world.clock));
    Erasure erasure = new Erasure(world.sql(), world.clock);
    return callers.acting(
        callers.find(maya.id).orElseThrow(),
        new Origin(Origin.Door.API, "127.0.0.1"),
        acting -> erasure.ask(acting, maya.id));
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
