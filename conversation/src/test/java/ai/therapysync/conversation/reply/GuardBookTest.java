package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.reply.Verdict.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the guard's files, and what a model could do to slip through. */
final class GuardBookTest {
  private static final List<String> LANGUAGES =
      List.of("en", "es", "pt", "fr", "de", "zh", "hi", "ar");
  private static final Set<String> FAULTS =
      Arrays.stream(Fault.values()).map(Enum::name).collect(Collectors.toSet());
  private static final Set<Fault> SPOKEN =
      Set.of(
          Fault.METHOD,
          Fault.DOSE,
          Fault.MEDICINE,
          Fault.DIAGNOSIS,
          Fault.CLAIMS_HUMAN,
          Fault.CLAIMS_ACTION,
          Fault.PROMISES_SECRECY,
          Fault.FOSTERS_DEPENDENCE,
          Fault.HARMFUL_ADVICE,
          Fault.LEAKED_PROMPT);
  private static final GuardBook BOOK = new GuardBook();

  /** An example of a file: whether it has to be found, and for what. */
  record Example(String file, String rule, boolean found, String text) {}

  static Stream<Example> forFaults() {
    return all().filter(example -> FAULTS.contains(example.rule()));
  }

  @ParameterizedTest
  @MethodSource("forFaults")
  void isFoundOrPasses(Example example) {
    if (example.found()) {
      assertThat(BOOK.faults(example.text()))
          .as(example.text())
          .contains(Fault.valueOf(example.rule()));
      return;
    }
    assertThat(BOOK.faults(example.text())).as(example.text()).isEmpty();
  }

  @Test
  void aSafetyQuestionIsKnownByItsWords() {
    all()
        .filter(example -> example.rule().equals("ASKS_SAFETY"))
        .forEach(example ->
            assertThat(BOOK.asksSafety(example.text()))
                .as(example.text())
                .isEqualTo(example.found()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt", "fr", "de", "zh", "hi", "ar"})
  void everyLanguageHasEveryFaultWithExamplesOfBothKinds(String language) {
    for (Fault fault : SPOKEN) {
      assertThat(of(language, fault.name(), Example::found))
          .as(language + " " + fault)
          .isNotEmpty();
      assertThat(of(language, fault.name(), example -> !example.found()))
          .as(language + " " + fault)
          .isNotEmpty();
    }
    assertThat(of(language, "ASKS_SAFETY", Example::found)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop taking  your\nmedication.",
        "STOP TAKING YOUR MEDICATION",
        "Stop ta\u200Bking your medi\u00ADcation.",
        "Ｓｔｏｐ taking your medication.",
        "Don't worry. Stop taking your medication.",
        "It's no trouble: just stop taking your medication"
      })
  void isFoundHoweverItIsWritten(String answer) {
    assertThat(BOOK.faults(answer)).contains(Fault.MEDICINE);
  }

  @Test
  void traditionalCharactersAreTheSameWords() {
    assertThat(BOOK.faults("你患有抑鬱症。")).contains(Fault.DIAGNOSIS);
    assertThat(BOOK.faults("我保證替你保密。")).contains(Fault.PROMISES_SECRECY);
  }

  @Test
  void aTextMadeToBeSlowIsNot() {
    String wall = "you have a an severe take take one more you don't need ".repeat(120);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    BOOK.faults(wall.substring(0, 6_400));
    assertThat((threads.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(1_500);
  }

  private static List<Example> of(String file, String rule, Predicate<Example> which) {
    return all()
        .filter(example -> example.file().equals(file) && example.rule().equals(rule))
        .filter(which)
        .toList();
  }

  private static Stream<Example> all() {
    return Stream.concat(Stream.of("all"), LANGUAGES.stream())
        .flatMap(file -> examples(file).stream());
  }

  private static List<Example> examples(String file) {
    List<Example> examples = new ArrayList<>();
    String rule = "";
    for (String line : text(file).lines().toList()) {
      if (line.startsWith("[") && line.endsWith("]") && line.matches("\\[[A-Z_]+]")) {
        rule = line.substring(1, line.length() - 1);
      } else if (line.startsWith("+ ") || line.startsWith("- ")) {
        examples.add(new Example(file, rule, line.startsWith("+"), line.substring(2)));
      }
    }
    return examples;
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(GuardBook.class.getResourceAsStream("guard/" + file + ".txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
