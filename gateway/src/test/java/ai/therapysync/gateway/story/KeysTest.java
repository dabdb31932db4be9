package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.cli.Typed;
import ai.therapysync.persistence.keys.SealedPlace;
import ai.therapysync.persistence.sealing.Keyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are rotated while people talk, and a person's key is destroyed. */
final class KeysTest {
  /** Sealed by a person's own key, which is sealed anew with it. */
  private static final Set<String> OF_PEOPLE =
      Set.of("public.whatsapp_messages.content", "public.whatsapp_integrations.access_token");

  @TempDir private Path directory;

  @Test
  void aKeyTakesAnothersPlaceWhileThePersonTalks() throws IOException {
    Path file = Files.writeString(directory.resolve("keyset.json"), Keyset.create().json());
    Keyset before = Keyset.parse(Files.readString(file));
    try (World world = World.brisk(Map.of("GATEWAY_KEYSET", file.toString()))) {
      Someone maya = talking(world);
      assertThat(sealedColumns(world)).isSubsetOf(known());

      Typed rotate = keys(world, "rotate");
      assertThat(rotate.err()).contains("./run keys retire");
      assertThat(rotate.code()).isZero();
      maya.texts("I had a meeting with the new team today");
      maya.receives(2);
      assertThat(keys(world, "status").out())
          .contains("opens    0 seals")
          .contains("1 of 1 running nodes have these keys");
      assertThat(keys(world, "retire").err()).contains("--yes");
      assertThat(keys(world, "retire", "--yes").code()).isZero();

      Keyset after = Keyset.parse(Files.readString(file));
      assertThat(after.ids()).hasSize(1).doesNotContainAnyElementsOf(before.ids());
      nodeHasTheKeys(world);
      maya.texts("and it went well");
      maya.receives(3);
      world.restart();
      maya.texts("thank you");
      maya.receives(4);
      assertThat(unreadable(world)).isZero();
    }
  }

  @Test
  void aKeysetInTheEnvironmentIsPrintedStepByStep() {
    try (World world = World.brisk()) {
      final Someone maya = talking(world);

      Typed first = keys(world, "rotate");
      assertThat(first.err()).startsWith("Step 1 of 3");
      Keyset added = Keyset.parse(first.out());
      assertThat(added.stage()).isEqualTo(Keyset.Stage.NEWEST_WAITS);

      Typed early = keys(world, added, "rotate");
      assertThat(early.code()).isEqualTo(1);
      assertThat(early.err()).contains("don't know the new key");

      Typed foreign = keys(world, Keyset.create(), "rotate");
      assertThat(foreign.code()).isEqualTo(2);
      assertThat(foreign.out()).isEmpty();
      assertThat(foreign.err()).contains("GATEWAY_KEYSET");

      world.restart(Map.of("GATEWAY_KEYSET", added.json()));
      nodeHasTheKeys(world);
      Typed second = keys(world, "rotate");
      assertThat(second.err()).startsWith("Step 2 of 3");
      world.restart(Map.of("GATEWAY_KEYSET", second.out().strip()));
      nodeHasTheKeys(world);
      Typed third = keys(world, "rotate");
      assertThat(third.out()).contains("rows are sealed anew");
      assertThat(third.code()).isZero();
      Typed last = keys(world, "retire", "--yes");
      assertThat(last.code()).isZero();
      world.restart(Map.of("GATEWAY_KEYSET", last.out().strip()));
      maya.texts("I had a meeting with the new team today");
      maya.receives(2);
      assertThat(unreadable(world)).isZero();
    }
  }

  @Test
  void whoseKeyIsDestroyedGoesOnTalkingAndTheOldWordsAreGone() {
    try (World world = World.brisk()) {
      Someone maya = talking(world);
      assertThat(keys(world, "destroy", "--user", maya.id.toString()).code()).isEqualTo(2);

      Typed destroyed = keys(world, "destroy", "--user", maya.id.toString(), "--yes");

      assertThat(destroyed.code()).isZero();
      assertThat(world.one("SELECT count(*) FROM gateway.data_keys")).isEqualTo("0");
      maya.texts("hello again");
      maya.receives(2);
      assertThat(world.one("SELECT count(*) FROM gateway.data_keys")).isEqualTo("1");
      assertThat(world.one("SELECT count(*) FROM gateway.audit_log WHERE action = 'destroy'"))
          .isEqualTo("1");
    }
  }

  private static void nodeHasTheKeys(World world) {
    Await.until(
        "the node has the keys",
        () -> keys(world, "status").out().contains("1 of 1 running nodes have these keys"));
  }

  private static Someone talking(World world) {
    Someone maya = world.person("Maya", "+12025550141").configured("response_delay_seconds", "0");
    maya.texts("hello");
    maya.receives(1);
    return maya;
  }

  /** Sealed by the keyset, and by a key of it that is no more. */
  private static long unreadable(World world) {
    return keys(world, "status").out().lines().filter(line -> line.contains("MISSING")).count();
  }

  private static Typed keys(World world, String... options) {
    return typed(world, world.set("GATEWAY_KEYSET"), options);
  }

  private static Typed keys(World world, Keyset keyset, String... options) {
    return typed(world, keyset.json(), options);
  }

  private static Typed typed(World world, String keyset, String... options) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", world.set("DATABASE_URL"));
    environment.put("GATEWAY_KEYSET", keyset);
    return Typed.command(
        environment,
        "",
        Stream.concat(Stream.of("keys"), Stream.of(options)).toArray(String[]::new));
  }

  /** All columns of all tables in which a seal stands. */
  private static Set<String> sealedColumns(World world) {
    List<String> queries =
        world
            .sql()
            .withHandle(handle ->
                handle
                    .createQuery(
                        "SELECT format('SELECT %L FROM %I.%I WHERE CAST(%I AS text) LIKE ''sealed:%%'' LIMIT 1',"
                            + " table_schema || '.' || table_name || '.' || column_name,"
                            + " table_schema, table_name, column_name) FROM information_schema.columns c"
                            + " WHERE table_schema IN ('public', 'gateway')"
                            + " AND data_type IN ('text', 'jsonb', 'character varying')")
                    .mapTo(String.class)
                    .list());
    Set<String> found = new TreeSet<>();
    world
        .sql()
        .useHandle(handle -> {
          for (String query : queries) {
            handle.createQuery(query).mapTo(String.class).findOne().ifPresent(found::add);
          }
        });
    return found;
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(OF_PEOPLE);
    Stream.of(SealedPlace.values()).map(SealedPlace::column).forEach(known::add);
    return known;
  }
}
