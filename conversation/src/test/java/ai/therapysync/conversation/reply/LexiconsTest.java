package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The companion's phrases, one language beside the other. */
class LexiconsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void recognises_what_english_recognises(Language language) {
    assertThat(names(language)).containsAll(names(Language.ENGLISH));
    assertThat(lists(language)).allSatisfy((name, phrases) -> assertThat(phrases).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void knows_who_is_spoken_of(Language language) {
    long relations = lists(language).keySet().stream().filter(LexiconsTest::isRelation).count();
    assertThat(relations).isGreaterThanOrEqualTo(15);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void each_phrase_can_be_found_and_stands_once_in_its_list(Language language) {
    lists(language)
        .forEach((name, phrases) -> {
          assertThat(phrases)
              .as(name)
              .allSatisfy(written -> {
                Phrase phrase = Phrase.of(written, Spelling.of(language));
                assertThat(phrase.sought().strip()).as(written).isNotEmpty();
                assertThat(written.replaceAll("^[!=]?\\*?|\\*$", "")).doesNotContain("*", "!", "=");
              });
          assertThat(phrases).as(name).doesNotHaveDuplicates();
        });
  }

  /** A yes that is also a no would begin an exercise that somebody has declined. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void no_yes_is_a_no(Language language) {
    Map<String, List<String>> lists = lists(language);
    assertThat(sought(lists, "intent yes", language))
        .doesNotContainAnyElementsOf(sought(lists, "intent no", language))
        .doesNotContainAnyElementsOf(sought(lists, "intent stop", language))
        .doesNotContainAnyElementsOf(sought(lists, "intent unsure", language));
  }

  private static Set<String> sought(
      Map<String, List<String>> lists, String name, Language language) {
    return lists.getOrDefault(name, List.of()).stream()
        .map(written -> Phrase.of(written, Spelling.of(language)))
        .filter(phrase -> phrase.use() != Phrase.Use.MEANS_SOMETHING_ELSE)
        .map(phrase -> phrase.sought().strip())
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Language language) {
    return lists(language).keySet().stream()
        .filter(name -> !isRelation(name))
        .collect(Collectors.toSet());
  }

  private static boolean isRelation(String name) {
    return name.startsWith("relation ");
  }

  private static Map<String, List<String>> lists(Language language) {
    Map<String, List<String>> lists = new TreeMap<>();
    List<String> phrases = new ArrayList<>();
    for (String line : text(language).lines().toList()) {
      if (line.startsWith("[")) {
        String name = line.substring(1, line.indexOf(']'));
        assertThat(lists).as("opened twice").doesNotContainKey(name);
        phrases = new ArrayList<>();
        lists.put(name, phrases);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        phrases.addAll(List.of(line.strip().split(" *, *")));
      }
    }
    return lists;
  }

  private static String text(Language language) {
    String file = "lexicon_" + language.code() + ".txt";
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
