package ai.therapysync.conversation.practice.goal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.practice.checkin.CheckIns;
import ai.therapysync.conversation.practice.insight.IdeaMaker;
import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text about goals exists in every language, with the same values filled in. */
final class TextsTest {
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSame(Language language) {
    same(GoalSkill.class, "goals", language);
    same(GoalSkill.class, "achievements", language);
    same(IdeaMaker.class, "insights", language);
    same(CheckIns.class, "checkin", language);
  }

  private static void same(Class<?> owner, String name, Language language) {
    Properties english = read(owner, name, Language.ENGLISH);
    Properties other = read(owner, name, language);
    assertThat(new TreeSet<>(other.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    english
        .stringPropertyNames()
        .forEach(key ->
            assertThat(values(other.getProperty(key)))
                .as(language + " " + key)
                .isEqualTo(values(english.getProperty(key))));
  }

  private static Set<String> values(String text) {
    return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties read(Class<?> owner, String name, Language language) {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                owner.getResourceAsStream(name + "_" + language.code() + ".properties")),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return texts;
  }
}
