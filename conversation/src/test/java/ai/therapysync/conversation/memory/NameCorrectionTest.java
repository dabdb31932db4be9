package ai.therapysync.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that was taken down wrong is set right by a bare word. */
final class NameCorrectionTest {
  private final Remembering remembering = new Remembering();

  @ParameterizedTest
  @CsvFileSource(resources = "corrected.txt", delimiter = '|')
  void theNameIsPutRight(Language language, String before, String correction, String content) {
    List<Memory> known = remembering.learn(List.of(before), language, List.of());
    List<Memory> right = remembering.corrected(List.of(correction), language, known);

    assertThat(right).isNotEmpty();
    Memory first = right.getFirst();
    assertThat(first.content()).isEqualTo(content);
    assertThat(first.setsRight()).isTrue();
    Keeping.Known old = new Keeping.Known(new UUID(1, 2), known.getFirst());
    assertThat(Keeping.of(first, List.of(old)))
        .isInstanceOfSatisfying(
            Keeping.Corrected.class,
            kept -> assertThat(kept.memory().tags()).noneMatch(tag -> tag.startsWith("instead")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | I called Ben, not Anna",
        "ENGLISH | it's Hanna, not Carla",
        "ENGLISH | it's fine, not good",
        "ENGLISH | actually I'm fine, sorry",
        "ENGLISH | no, sorry",
        "SPANISH | no, gracias",
        "GERMAN | nein, danke",
        "GERMAN | nicht heute, morgen",
        "FRENCH | pas demain, jeudi"
      })
  void whatSpeaksOfSomethingElseCorrectsNothing(Language language, String words) {
    List<Memory> known =
        remembering.learn(List.of("My sister's name is Anna"), Language.ENGLISH, List.of());
    assertThat(remembering.corrected(List.of(words), language, known)).isEmpty();
  }

  @Test
  void wherePeopleHaveBothNamesNobodyIsRenamed() {
    List<Memory> known =
        remembering.learn(
            List.of("My sister Anna came, and my brother Ben"), Language.ENGLISH, List.of());
    assertThat(remembering.corrected(List.of("I mean Ben, not Anna"), Language.ENGLISH, known))
        .isEmpty();
  }

  @Test
  void ofTwoSistersTheOneWhoIsNamedIsPutRight() {
    Memory anna = one("My sister is called Anna");
    Memory eva = one("My sister is called Eva");
    Memory right =
        remembering
            .corrected(List.of("it's Hanna, not Anna"), Language.ENGLISH, List.of(eva, anna))
            .getFirst();
    List<Keeping.Known> known =
        List.of(new Keeping.Known(new UUID(0, 1), eva), new Keeping.Known(new UUID(0, 2), anna));

    assertThat(Keeping.of(right, known))
        .isInstanceOfSatisfying(
            Keeping.Corrected.class, it -> assertThat(it.known()).isEqualTo(new UUID(0, 2)));
  }

  @Test
  void theOldNameStandsNowhereElse() {
    List<Memory> known =
        remembering.learn(
            List.of("My sister Anna lives in Lyon. I'll call Anna tomorrow"),
            Language.ENGLISH,
            List.of());
    assertThat(known).hasSizeGreaterThan(1);
    assertThat(remembering.corrected(List.of("Hanna, not Anna"), Language.ENGLISH, known))
        .hasSameSizeAs(known)
        .allSatisfy(memory -> {
          assertThat(memory.title() + memory.content()).doesNotContain("Anna");
        });
  }

  private Memory one(String text) {
    return remembering.learn(List.of(text), Language.ENGLISH, List.of()).getFirst();
  }
}
