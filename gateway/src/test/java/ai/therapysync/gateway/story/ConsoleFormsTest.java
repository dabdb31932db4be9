package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of a person takes what is good, and tells what is not beside its field. */
final class ConsoleFormsTest {
  private final World world = World.brisk();
  private final Someone maya = world.person("Maya", "+12025550171");

  @AfterEach
  void stop() {
    world.close();
  }

  /**
   * A form.
   *
   * @param rows whether it adds a row that is then changed; else there is one row
   * @param wrong a field with a value that it does not take
   * @param kept a query for what is stored, and what that must be
   */
  record Case(
      String tab,
      boolean rows,
      Map<String, String> good,
      Map.Entry<String, String> wrong,
      Map.Entry<String, String> kept) {
    @Override
    public String toString() {
      return tab;
    }
  }

  static Stream<Case> forms() {
    return Stream.of(
        new Case(
            "settings",
            false,
            Map.of(
                "ai_personality_id",
                "default",
                "response_delay_seconds",
                "9",
                "business_timezone",
                "UTC"),
            Map.entry("response_delay_seconds", "3601"),
            Map.entry("SELECT response_delay_seconds FROM whatsapp_config", "9")),
        new Case(
            "profile",
            false,
            Map.of("name", "Maya Storm", "preferred_language", "es", "preferred_currency", "EUR"),
            Map.entry("avatar_url", "not an address"),
            Map.entry("SELECT preferred_language FROM profiles WHERE name = 'Maya Storm'", "es")),
        new Case(
            "culture",
            false,
            Map.of(
                "primary_language",
                "pt",
                "family_structure",
                "extended",
                "communication_style",
                "warm",
                "therapy_approach_preferences",
                "breathing\r\nCBT",
                "religious_considerations",
                "true"),
            Map.entry("cultural_background", "x".repeat(201)),
            Map.entry(
                "SELECT array_to_string(therapy_approach_preferences, '+') FROM user_cultural_profiles",
                "breathing+CBT")),
        new Case(
            "contacts",
            true,
            Map.of(
                "name",
                "Tom",
                "phone_number",
                "+12025550172",
                "contact_type",
                "personal",
                "is_active",
                "true"),
            Map.entry("email", "tom at home"),
            Map.entry("SELECT name FROM emergency_contacts", "Tom")),
        new Case(
            "goals",
            true,
            Map.of(
                "title",
                "Walk",
                "category",
                "movement",
                "status",
                "active",
                "priority",
                "low",
                "target_value",
                "30.5"),
            Map.entry("target_date", "the day after"),
            Map.entry("SELECT target_value FROM goals", "30.5")),
        new Case(
            "memories",
            true,
            Map.of(
                "title",
                "Dog",
                "content",
                "Bruno",
                "memory_type",
                "fact",
                "importance_score",
                "0.9",
                "tags",
                "pet\r\nhome",
                "is_active",
                "true"),
            Map.entry("importance_score", "2"),
            Map.entry("SELECT array_to_string(tags, '+') FROM conversation_memory", "pet+home")),
        new Case(
            "numbers",
            true,
            Map.of("phone_number", "+12025550179", "is_active", "true"),
            Map.entry("phone_number", "12"),
            Map.entry(
                "SELECT count(*) FROM whatsapp_integrations WHERE phone_number = '+12025550179'",
                "1")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void goodIsSavedAndBadIsToldBesideItsField(Case form) {
    String list = "/console/people/" + maya.id + "/" + form.tab();
    try (ConsoleWire wire =
        ConsoleWire.as(world, Operator.of(world, "ada@desk.example", "support_admin"))) {
      String blank = form.rows() ? list + "/new" : list;
      HttpResponse<String> refused = wire.post(blank, list, typed(wire, blank, form, true));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("id=\"e-" + form.wrong().getKey() + "\"", form.wrong().getValue());
      assertThat(wire.post(blank, list, typed(wire, blank, form, false)).statusCode())
          .isIn(200, 303);
      assertThat(world.one(form.kept().getKey())).isEqualTo(form.kept().getValue());
      String saved = form.rows() ? row(wire.get(list).body(), list) : list;
      assertThat(wire.post(saved, saved, typed(wire, saved, form, true)).statusCode())
          .isEqualTo(422);
      assertThat(wire.post(saved, saved, typed(wire, saved, form, false)).statusCode())
          .isEqualTo(303);
      assertThat(world.one(form.kept().getKey())).isEqualTo(form.kept().getValue());
    }
  }

  private static Map<String, String> typed(
      ConsoleWire wire, String page, Case form, boolean wrong) {
    Map<String, String> typed = new HashMap<>(form.good());
    typed.put(
        "version",
        first("name=\"version\" value=\"([^\"]*)\"", wire.get(page).body()).replace("&#34;", "\""));
    if (wrong) {
      typed.put(form.wrong().getKey(), form.wrong().getValue());
    }
    return typed;
  }

  /** The latest row of the list. */
  private static String row(String page, String list) {
    return list
        + "/"
        + first("class=\"row-link[^\"]*\"[^>]* href=\"" + list + "/([0-9a-f-]{36})\"", page);
  }

  private static String first(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("Not on the page: " + pattern);
    }
    return matcher.group(1);
  }
}
