package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The companion's texts, one language beside the other. */
class CompanionTextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

  /** What is filled in stands between quotes and beside apostrophes: it must come out whole. */
  private static final Map<String, String> VALUES =
      Map.of(
          "name",
          "Zoé",
          "question",
          "Zz",
          "memory",
          "Zz",
          "goal",
          "Zz",
          "relation",
          "Zz",
          "list",
          "Zz",
          "words",
          "Zz");

  private final Phrasebook texts = Phrasebook.load(OfflineCompanion.class, "companion");

  @ParameterizedTest
  @EnumSource(Language.class)
  void has_what_english_has(Language language) {
    assertThat(patterns(language).keySet()).isEqualTo(patterns(Language.ENGLISH).keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void fills_in_what_english_fills_in(Language language) {
    Map<String, String> english = patterns(Language.ENGLISH);
    patterns(language)
        .forEach((key, pattern) ->
            assertThat(placeholders(pattern))
                .as(key)
                .isEqualTo(placeholders(english.getOrDefault(key, ""))));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void says_each_text_as_it_is_written(Language language) {
    patterns(language)
        .forEach((key, pattern) -> {
          String said = texts.say(language, key, VALUES);
          String written = pattern.replace("''", "'");
          for (Map.Entry<String, String> value : VALUES.entrySet()) {
            written = written.replace("{" + value.getKey() + "}", value.getValue());
          }
          assertThat(said).as(key).isEqualTo(written).isEqualTo(said.strip());
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void asks_where_it_is_to_ask_and_nowhere_else(Language language) {
    said(language)
        .forEach((key, text) -> {
          long questions = OfflineCompanionTest.questions(text);
          if (key.matches("(ask|offer|concern)\\..*")) {
            assertThat(questions).as(key).isEqualTo(1);
          } else if (key.startsWith("exercise.")) {
            assertThat(questions).as(key).isLessThanOrEqualTo(1);
          } else {
            assertThat(questions).as(key).isZero();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void says_nothing_that_the_guard_would_hold_back(Language language) {
    ReplyGuard guard = new ReplyGuard();
    Talk talk = new Talk(new OfflineCompanion()).in(language);
    List<Incoming> waiting = List.of(new Incoming(MessageType.TEXT, "…"));
    ReplyRequest ordinary = talk.request(waiting, Tone.ORDINARY, false);
    ReplyRequest grave = talk.request(waiting, Tone.CONCERN, false);
    Prompt prompt = new PromptWriter().write(ordinary);
    Map<String, String> said = said(language);
    said.remove("hello");
    said.forEach((key, text) -> {
      ReplyRequest request = key.matches("concern\\.[0-9]+") ? grave : ordinary;
      assertThat(guard.check(text, request, prompt).words()).as(key).isEqualTo("passed");
    });
  }

  /** Where a talk stands is told by what we said last: no step may be taken for another one. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void no_step_and_no_offer_is_a_part_of_another_text(Language language) {
    Map<String, String> said = said(language);
    said.replaceAll((key, text) -> Wording.words(text));
    said.forEach((key, text) -> {
      if (key.matches("(exercise|offer|concern)\\..*")) {
        assertThat(said.entrySet())
            .filteredOn(other -> other.getValue().contains(text))
            .extracting(Map.Entry::getKey)
            .containsExactly(key);
      }
    });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void says_nothing_twice(Language language) {
    assertThat(patterns(language).values()).doesNotHaveDuplicates();
  }

  @Test
  void chinese_has_its_own_marks_and_no_spaces() {
    patterns(Language.CHINESE)
        .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("[ ,?!;:]"));
  }

  @Test
  void german_says_du() {
    patterns(Language.GERMAN)
        .forEach((key, text) ->
            assertThat(text)
                .as(key)
                .doesNotContainPattern("(?<=[a-z,] )(?:Sie|Ihnen|Ihre?[nmr]?)\\b"));
  }

  @Test
  void portuguese_says_voce_and_french_says_tu() {
    patterns(Language.PORTUGUESE)
        .forEach((key, text) ->
            assertThat(text).as(key).doesNotContainPattern("(?i)\\b(?:tu|teus?|tuas?|contigo)\\b"));
    patterns(Language.FRENCH)
        .forEach((key, text) ->
            assertThat(text).as(key).doesNotContainPattern("(?i)\\b(?:votre|vos|veuillez)\\b"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void fits_into_a_few_text_messages(Language language) {
    said(language).forEach((key, text) -> assertThat(text.length()).as(key).isBetween(3, 300));
  }

  private Map<String, String> said(Language language) {
    Map<String, String> said = new TreeMap<>();
    patterns(language).keySet().forEach(key -> said.put(key, texts.say(language, key, VALUES)));
    return said;
  }

  private static Set<String> placeholders(String pattern) {
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Map<String, String> patterns(Language language) {
    String file = "companion_" + language.code() + ".properties";
    Properties properties = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            OfflineCompanion.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> patterns = new TreeMap<>();
    Stream<String> keys = properties.stringPropertyNames().stream();
    keys.forEach(key -> patterns.put(key, properties.getProperty(key)));
    return patterns;
  }
}
