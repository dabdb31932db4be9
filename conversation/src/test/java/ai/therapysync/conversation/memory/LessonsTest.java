package ai.therapysync.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is learned in each language, and what is not. */
final class LessonsTest {
  private final Remembering remembering = new Remembering();

  @ParameterizedTest
  @CsvFileSource(resources = "taught.txt", delimiter = '|')
  void teaches(Language language, String text, String type, String content) {
    assertThat(learn(text, language))
        .anySatisfy(memory -> {
          assertThat(memory.content()).isEqualTo(content);
          assertThat(memory.type()).isEqualTo(type);
          assertThat(memory.tags()).contains(language.code());
        });
  }

  @ParameterizedTest
  @CsvFileSource(resources = "untaught.txt", delimiter = '|')
  void teachesNothing(Language language, String text) {
    assertThat(learn(text, language)).extracting(Memory::content).isEmpty();
  }

  private List<Memory> learn(String text, Language language) {
    return remembering.learn(List.of(text), language, List.of());
  }
}
