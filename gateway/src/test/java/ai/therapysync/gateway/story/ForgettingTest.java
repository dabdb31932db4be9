package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered, as people see it, set it right, and take it back. */
final class ForgettingTest {
  private static final String NUMBER = "+12025550141";
  private static final String QUIET = "SESSION_QUIET_TIME";

  @Test
  void whatIsRememberedIsShownInPagesAndSetRight() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      for (int i = 1; i <= 8; i++) {
        remember(world, maya, "you like pattern" + i, 1 - i / 10.0);
      }
      maya.texts("what do you remember about me?");
      assertThat(maya.receives(1))
          .contains("1. You like pattern1")
          .contains("6. You like pattern6")
          .doesNotContain("pattern7")
          .contains("2 more");
      maya.texts("more");
      assertThat(maya.receives(2)).contains("7. You like pattern7").contains("8. You like");
      maya.texts("forget number 8");
      assertThat(maya.receives(3)).contains("undo").doesNotContain("pattern8");
      assertThat(active(world)).isEqualTo("7");
      maya.texts("forget number 2");
      assertThat(maya.receives(4)).contains("not sure").contains("2. You like pattern2");
      maya.texts("2 is wrong");
      assertThat(maya.receives(5)).contains("really");
      maya.texts("My sister is called Ana");
      assertThat(maya.receives(6)).contains("your sister is called Ana");
      maya.texts("that's wrong, my sister's name is Eva");
      assertThat(maya.receives(7)).contains("your sister is called Eva");
      assertThat(contents(world)).contains("Eva").doesNotContain("Ana").doesNotContain("pattern2");
    }
  }

  @Test
  void aFactIsKeptOnceAndSetRightInTalk() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      tells(maya, 1, "I'm so anxious. My sister is called Ana and I live in Berlin");
      tells(maya, 2, "My sister Ana came by");
      assertThat(one(world, "count(*) || ' ' || max(importance_score)", "memory_type = 'person'"))
          .isEqualTo("1 0.85");
      assertThat(one(world, "emotional_context ->> 'emotion'", "memory_type = 'fact'"))
          .isEqualTo("anxious");
      tells(maya, 3, "my sister's name is Anna, and I moved to Madrid");
      tells(maya, 4, "I have an exam on Friday");
      tells(maya, 5, "My exam went well!");
      assertThat(contents(world))
          .contains("called Anna")
          .contains("live in Madrid")
          .contains("your exam went well")
          .doesNotContain("Berlin")
          .doesNotContain("coming up");
    }
  }

  @Test
  void thatIsForgottenAtOnceAndNeitherRecalledNorLearnedAgain() {
    try (World world = World.brisk(Map.of(QUIET, "PT10M"))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      tells(maya, 1, "My brother is called Karim. Swimming helps me");
      tells(maya, 2, "forget my brother");
      assertThat(contents(world)).contains("Swimming").doesNotContain("Karim");
      tells(maya, 3, "I like chess");
      maya.texts("forget that");
      assertThat(maya.receives(4)).contains("forgotten that");
      assertThat(contents(world)).doesNotContain("chess").contains("Swimming");
      maya.texts("what do you remember about me?");
      assertThat(maya.receives(5)).contains("Swimming").doesNotContain("Karim");
      world.clock.pass(Duration.ofMinutes(11));
      Await.until(
          "the end",
          () ->
              world
                  .one("SELECT count(*) FROM therapy_sessions WHERE end_time IS NOT NULL")
                  .equals("1"));
      assertThat(world.one("SELECT coalesce(session_notes, '') FROM therapy_sessions"))
          .doesNotContain("Karim");
      assertThat(contents(world)).doesNotContain("Karim").doesNotContain("chess");
      maya.texts("hello, my brother says hi");
      assertThat(maya.receives(6)).doesNotContain("Karim");
    }
  }

  @Test
  void everythingGoesAfterAYesAndComesBackWithinADay() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      tells(maya, 1, "My brother is called Karim. Swimming helps me");
      maya.texts("forget everything");
      assertThat(maya.receives(2)).endsWith("1 Yes\n2 No");
      maya.texts("no");
      assertThat(maya.receives(3)).contains("keep everything");
      tells(maya, 4, "forget everything");
      maya.texts("yes");
      assertThat(maya.receives(5)).contains("bring it back");
      assertThat(active(world)).isEqualTo("0");
      maya.texts("what do you remember about me?");
      assertThat(maya.receives(6)).contains("don't remember anything");
      world.restart();
      world.clock.pass(Duration.ofHours(23));
      maya.texts("bring it back");
      assertThat(maya.receives(7)).contains("back");
      assertThat(active(world)).isEqualTo("2");
      world.clock.pass(Duration.ofHours(2));
      Await.until("the task", () -> tasks(world).equals("0"));
      assertThat(active(world)).isEqualTo("2");
    }
  }

  @Test
  void afterADayItIsDeletedForGoodAndOutOfTheNotes() {
    try (World world = World.brisk(Map.of(QUIET, "PT10M"))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      tells(maya, 1, "My brother is called Karim. Swimming helps me");
      world.clock.pass(Duration.ofMinutes(11));
      Await.until("notes", () -> notes(world).contains("Karim"));
      tells(maya, 2, "forget everything");
      tells(maya, 3, "yes");
      world.clock.pass(Duration.ofHours(24).plusSeconds(5));
      Await.until("the deletion", () -> tasks(world).equals("0"));
      assertThat(world.one("SELECT count(*) FROM conversation_memory")).isEqualTo("0");
      assertThat(notes(world)).doesNotContain("Karim").doesNotContain("Swimming");
      maya.texts("bring my memories back");
      assertThat(maya.receives(4)).contains("nothing left");
    }
  }

  @Test
  void whileAnIncidentIsOpenTheDeletionWaits() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      tells(maya, 1, "My brother is called Karim");
      tells(maya, 2, "forget everything");
      tells(maya, 3, "yes");
      maya.texts("I am going to kill myself tonight");
      maya.receives(4);
      world.clock.pass(Duration.ofHours(25));
      Await.until(
          "the wait",
          () ->
              world
                  .one(
                      "SELECT count(*) FROM gateway.tasks WHERE task_name = 'forgetting'"
                          + " AND execution_time > '%s'".formatted(world.clock.instant()))
                  .equals("1"));
      assertThat(world.one("SELECT count(*) FROM conversation_memory")).isEqualTo("1");
      world.run(
          "UPDATE crisis_interventions SET status = 'resolved', completed_at = '%s'"
              .formatted(world.clock.instant()));
      world.clock.pass(Duration.ofMinutes(11));
      Await.until(
          "the deletion", () -> world.one("SELECT count(*) FROM conversation_memory").equals("0"));
    }
  }

  @Test
  void itIsForgottenInEveryLanguage() {
    try (World world = World.brisk()) {
      Someone lena = world.person("Lena", NUMBER).unhurried();
      world.run("UPDATE profiles SET preferred_language = 'de'");
      tells(lena, 1, "Meine Schwester heißt Jana. Ich wohne in Köln");
      lena.texts("was weißt du über mich?");
      assertThat(lena.receives(2)).contains("Jana").contains("Köln");
      tells(lena, 3, "vergiss meine Schwester");
      assertThat(contents(world)).contains("Köln").doesNotContain("Jana");
      tells(lena, 4, "rückgängig");
      assertThat(contents(world)).contains("Jana");

      Someone an = world.person("An", "+12025550142").unhurried();
      world.run("UPDATE profiles SET preferred_language = 'zh' WHERE id = '" + an.id + "'");
      world.run("DELETE FROM conversation_memory");
      tells(an, 1, "我妹妹叫小安，我住在上海");
      an.texts("你还记得我什么？");
      assertThat(an.receives(2)).contains("小安").contains("上海");
      tells(an, 3, "忘掉我妹妹");
      assertThat(contents(world)).contains("上海").doesNotContain("小安");
      tells(an, 4, "忘掉一切");
      tells(an, 5, "好的");
      assertThat(active(world)).isEqualTo("0");
    }
  }

  @Test
  void aModelIsNotToldWhatIsForgottenNorWhatWasSaidBefore() {
    try (FakeModel model = new FakeModel()) {
      model.says("That sounds like a lot. What weighs most on you?");
      try (World world = World.brisk(model.environment())) {
        Someone maya = world.person("Maya", NUMBER).unhurried();
        remember(world, maya, "your brother is called Karim", 0.9);
        tells(maya, 1, "my brother Karim moved in with me");
        assertThat(model.asked().getLast()).contains("Karim");
        tells(maya, 2, "forget my brother");
        tells(maya, 3, "I lay awake all night");
        assertThat(model.asked().getLast()).contains("awake").doesNotContain("Karim");
        tells(maya, 4, "undo");
        tells(maya, 5, "my brother is loud");
        assertThat(model.asked().getLast()).contains("Karim");
      }
    }
  }

  @Test
  void twoMessagesAtOnceTeachOnce() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("My brother is called Karim");
      maya.texts("My brother is called Karim!");
      maya.receives(1);
      Await.until(
          "the turns",
          () ->
              world
                  .one("SELECT count(*) FROM gateway.turns WHERE state IN ('waiting', 'taken')")
                  .equals("0"));
      assertThat(active(world)).isEqualTo("1");
    }
  }

  private static void tells(Someone someone, int answers, String words) {
    someone.texts(words);
    someone.receives(answers);
  }

  private static void remember(World world, Someone someone, String content, double importance) {
    world.run(
        "INSERT INTO conversation_memory (user_id, memory_type, title, content, importance_score)"
            + " VALUES ('%s', 'preference', '%s', '%s', %s)"
                .formatted(someone.id, content, content, importance));
  }

  private static String active(World world) {
    return one(world, "count(*)", "true");
  }

  private static String contents(World world) {
    return one(world, "coalesce(string_agg(content, '; '), '')", "true");
  }

  private static String one(World world, String what, String condition) {
    return world.one(
        "SELECT %s FROM conversation_memory WHERE coalesce(is_active, true) AND memory_type <> 'session' AND %s"
            .formatted(what, condition));
  }

  private static String notes(World world) {
    return world.one(
        "SELECT coalesce(string_agg(coalesce(session_notes, '') || ai_insights, ''), '')"
            + " FROM therapy_sessions");
  }

  private static String tasks(World world) {
    return world.one("SELECT count(*) FROM gateway.tasks WHERE task_name = 'forgetting'");
  }
}
