package ai.therapysync.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.RecallWeights;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes to mind: what fits, what matters, what is fresh; from indexes, not from all rows. */
final class RecallTest {
  private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  private static final int MANY = 3000;
  private static final List<String> THINGS =
      List.of(
          "violin",
          "harbour",
          "lantern",
          "orchard",
          "chess",
          "pottery",
          "canoe",
          "bakery",
          "glacier",
          "meadow",
          "saxophone",
          "origami",
          "telescope",
          "windmill",
          "quilt",
          "falcon");

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID CROWDED = person();

  /** A memory as the test knows it. */
  private record Row(String content, double importance, double days) {}

  private static final List<Row> ROWS = new ArrayList<>();

  @BeforeAll
  static void manyMemories() {
    Random random = new Random(7);
    DATABASE
        .database()
        .jdbi()
        .useHandle(handle -> {
          var batch =
              handle.prepareBatch(
                  "INSERT INTO conversation_memory (user_id, memory_type, title, content,"
                      + " importance_score, created_at, updated_at)"
                      + " VALUES (:user, 'fact', 'note', :content, :importance, :at, :at)");
          for (int i = 0; i < MANY; i++) {
            Row row =
                new Row(
                    THINGS.get(random.nextInt(THINGS.size()))
                        + " "
                        + THINGS.get(random.nextInt(THINGS.size()))
                        + " number"
                        + i,
                    random.nextInt(100) / 100.0,
                    random.nextInt(1, 700));
            ROWS.add(row);
            batch
                .bind("user", CROWDED)
                .bind("content", row.content())
                .bind("importance", row.importance())
                .bind("at", NOW.minus(Duration.ofDays((long) row.days())).atOffset(ZoneOffset.UTC))
                .add();
          }
          batch.execute();
        });
    DATABASE.run("VACUUM ANALYZE conversation_memory");
  }

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'tell me of number42 and of the falcon'",
    "'number7 number1234 number2999'",
    "'nothing that anybody wrote down'"
  })
  void theOrderIsThePublishedFormulas(String words) {
    List<String> said = Arrays.asList(words.split(" "));
    List<String> best =
        ROWS.stream()
            .sorted(Comparator.comparingDouble((Row row) -> -score(row, said)))
            .limit(RecallWeights.RECALLED)
            .map(Row::content)
            .toList();
    List<Double> scores =
        recall(CROWDED, words, Language.ENGLISH).stream()
            .map(memory -> score(row(memory.content()), said))
            .toList();
    assertThat(scores).isEqualTo(best.stream().map(content -> score(row(content), said)).toList());
  }

  @Test
  void candidatesComeFromTheDocumentedIndexes() {
    for (RecallQuery query : List.of(RecallQuery.ENGLISH, RecallQuery.SPACED)) {
      String plan = plan(query, "number42 falcon");
      assertThat(plan)
          .contains("idx_conversation_memory_user_id_importance")
          .contains("idx_conversation_memory_user_id_touched")
          .contains(
              query == RecallQuery.ENGLISH
                  ? "Bitmap Index Scan on idx_conversation_memory_content_fts "
                  : "Bitmap Index Scan on idx_conversation_memory_content_fts_simple");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, I was swimming today, you like to swim in the lake",
    "SPANISH, hoy volví a nadar, te gusta nadar en el lago",
    "PORTUGUESE, as caminhadas fazem falta, gostas de caminhar",
    "FRENCH, mes nuits sont courtes, la nuit te fait peur",
    "GERMAN, ich konnte nicht schlafen, schlafe ich schlecht so trinkst du Tee",
    "HINDI, आज बहन से बात हुई, आपकी बहन का नाम मीरा है",
    "ARABIC, تكلمت مع أختي اليوم, أختك اسمها سلمى وتحب أختي",
    "CHINESE, 昨天妹妹来看我, 你的妹妹叫小安"
  })
  void wordsOfEveryLanguageFindWhatTheyAreAbout(Language language, String said, String memory) {
    UUID someone = person();
    for (int i = 0; i < 200; i++) {
      write(someone, "zzz" + i + " qqq" + i, 0.5, 30);
    }
    write(someone, memory, 0.1, 400);
    assertThat(recall(someone, said, language)).extracting(Memory::content).contains(memory);
  }

  @Test
  void rowsByHandWithNullsAreRecalledAndForgottenOnesAreNot() {
    UUID someone = person();
    DATABASE.run(
        ("INSERT INTO conversation_memory (user_id, memory_type, title, content, tags,"
                + " emotional_context, importance_score, is_active, created_at, updated_at) VALUES"
                + " ('%1$s', 'x', 'one', 'a kite', NULL, NULL, NULL, NULL, NULL, NULL),"
                + " ('%1$s', 'x', 'two', 'a drum', NULL, NULL, 7, true, NULL, NULL),"
                + " ('%1$s', 'x', 'three', 'a kite too', NULL, NULL, 1, false, NULL, NULL)")
            .formatted(someone));
    assertThat(recall(someone, "the kite", Language.ENGLISH))
        .extracting(Memory::content)
        .containsExactly("a kite", "a drum");
    assertThat(recall(someone, "", Language.ENGLISH)).hasSize(2);
    assertThat(recall(someone, "' | & !:* \\", Language.FRENCH)).hasSize(2);
  }

  private static double score(Row row, List<String> said) {
    int hits =
        (int) said.stream().distinct().filter(List.of(row.content().split(" "))::contains).count();
    return RecallWeights.score(hits, row.importance(), row.days());
  }

  private static Row row(String content) {
    return ROWS.stream().filter(row -> row.content().equals(content)).findFirst().orElseThrow();
  }

  private static String plan(RecallQuery query, String words) {
    return DATABASE
        .database()
        .jdbi()
        .withHandle(handle -> {
          var explain = handle.createQuery("EXPLAIN " + query.sql(CROWDED));
          new MemoryRows().bind(explain, query, asked(CROWDED, Language.FRENCH), words, NOW);
          return String.join("\n", explain.mapTo(String.class).list());
        });
  }

  private static List<Memory> recall(UUID person, String words, Language language) {
    return DATABASE
        .database()
        .jdbi()
        .withHandle(handle -> new MemoryRows().recall(handle, asked(person, language), words, NOW));
  }

  private static Person asked(UUID person, Language language) {
    return new Person(
        new PersonId(person),
        "Maya",
        language,
        "US",
        ZoneOffset.UTC,
        Settings.standard(),
        Personality.standard(),
        Culture.standard());
  }

  private static void write(UUID person, String content, double importance, int days) {
    DATABASE
        .database()
        .jdbi()
        .useHandle((Handle handle) ->
            handle.execute(
                "INSERT INTO conversation_memory (user_id, memory_type, title, content,"
                    + " importance_score, created_at, updated_at) VALUES (?, 'fact', 'note', ?, ?, ?, ?)",
                person,
                content,
                importance,
                NOW.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC),
                NOW.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)));
  }

  private static UUID person() {
    UUID id = UUID.randomUUID();
    DATABASE
        .database()
        .jdbi()
        .useHandle(handle -> {
          handle.execute(
              "INSERT INTO auth.users (id, email) VALUES (?, ?)", id, id + "@example.org");
          handle.execute(
              "INSERT INTO profiles (id, email, name) VALUES (?, ?, 'Maya')",
              id,
              id + "@example.org");
        });
    return id;
  }
}
