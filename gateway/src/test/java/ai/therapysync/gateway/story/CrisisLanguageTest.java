package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In a crisis a person is answered in the language that they write, and no short word changes it.
 */
final class CrisisLanguageTest {
  private final LanguageGuess guess = new LanguageGuess();
  private World world;
  private Someone maya;

  @BeforeEach
  void mayaPrefersEnglish() {
    world = World.brisk();
    maya = world.person("Maya", "+12025550141").unhurried();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shortAnswersKeepTheLanguageOfTheCry() {
    maya.texts("ya no quiero vivir, me quiero morir");
    isIn(Language.SPANISH, 1);
    List<String> words = List.of("no", "1", "ok", "ja", "si", "no no no");
    for (int i = 0; i < words.size(); i++) {
      maya.texts(words.get(i));
      isIn(Language.SPANISH, i + 2);
    }
    maya.texts("I don't know what to do, please help me");
    isIn(Language.ENGLISH, words.size() + 2);
    maya.texts("no");
    isIn(Language.ENGLISH, words.size() + 3);
  }

  @Test
  void aConcernIsAskedInTheLanguageWrittenLast() {
    maya.texts("hoy no fue un buen día, todo me duele y no puedo dormir");
    maya.receives(1);
    maya.texts("HELP");
    isIn(Language.SPANISH, 2);
  }

  @Test
  void whoAnswersThatTheyAreSafeIsHeardAndStillLookedAfter() {
    maya.texts("ya no quiero vivir, me quiero morir");
    assertThat(maya.receives(1)).contains("1 Estoy a salvo");
    maya.texts("1");
    assertThat(maya.receives(2)).startsWith("Me alegra que estés a salvo").endsWith("ayuda");
    maya.texts("2");
    assertThat(maya.receives(3)).doesNotContain("Me alegra").endsWith("ayuda");
    assertThat(world.one("SELECT count(*) FROM crisis_interventions WHERE completed_at IS NULL"))
        .isEqualTo("1");
  }

  private void isIn(Language language, int message) {
    assertThat(guess.guess(maya.receives(message)))
        .as("message %s: %s", message, maya.receives(message))
        .contains(language);
  }
}
