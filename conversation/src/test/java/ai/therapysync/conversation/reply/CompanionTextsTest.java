package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The languages whose companion is whole say all that English says, by the same rules. */
class CompanionTextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");
  private static final Set<String> NEVER_ASK =
      Set.of("reflect", "feel", "follow", "lead", "also", "memory", "goal", "general");

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"SPANISH", "GERMAN", "CHINESE", "HINDI", "ARABIC"})
  void has_the_keys_and_places_of_english(Language language) {
    Map<String, String> english = texts(Language.ENGLISH);
    Map<String, String> texts = texts(language);
    assertThat(texts.keySet()).isEqualTo(english.keySet());
    english.forEach((key, text) -> assertThat(places(texts.get(key))).as(key).isEqualTo(places(text)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ENGLISH", "SPANISH", "GERMAN", "CHINESE", "HINDI", "ARABIC"})
  void only_questions_ask_and_they_ask_once(Language language) {
    texts(language)
        .forEach((key, text) -> {
          long questions = OfflineCompanionTest.questions(text);
          if (NEVER_ASK.contains(key.split("\\.")[0])) {
            assertThat(questions).as(key).isZero();
          } else {
            assertThat(questions).as(key).isLessThanOrEqualTo(1);
          }
          if (key.startsWith("ask.") || key.startsWith("offer.")) {
            assertThat(questions).as(key).isEqualTo(1);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ENGLISH", "SPANISH", "GERMAN", "CHINESE", "HINDI", "ARABIC"})
  void says_nothing_twice(Language language) {
    assertThat(texts(language).values()).doesNotHaveDuplicates();
  }

  /** What was said is found again by its words: one text must not be a part of another. */
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"GERMAN", "CHINESE", "HINDI", "ARABIC"})
  void an_exercise_is_not_taken_for_another(Language language) {
    Map<String, String> steps = new TreeMap<>(texts(language));
    steps.keySet().removeIf(key -> !key.startsWith("exercise.") && !key.startsWith("offer."));
    steps.forEach((key, text) ->
        assertThat(
                steps.values().stream()
                    .filter(other -> Wording.words(other).contains(Wording.words(text))))
            .as(key)
            .hasSize(1));
  }

  @Test
  void chinese_has_its_own_marks_and_no_spaces() {
    texts(Language.CHINESE)
        .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("[ ,?!;:]"));
  }

  @Test
  void german_says_du() {
    texts(Language.GERMAN)
        .forEach((key, text) ->
            assertThat(text).as(key).doesNotContainPattern("(?<=[a-z,] )(?:Sie|Ihnen|Ihre?[nmr]?)\\b"));
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Map<String, String> texts(Language language) {
    String file = "companion_" + language.code() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = OfflineCompanion.class.getResourceAsStream(file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
    return new TreeSet<>(properties.stringPropertyNames())
        .stream()
            .collect(
                Collectors.toMap(
                    key -> key, properties::getProperty, (one, other) -> one, TreeMap::new));
  }
}
