package ai.therapysync.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberingTest {
  private final Remembering remembering = new Remembering();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My sister Ana came by | person | your sister is called Ana",
        "I walked with my dog Bruno today | person | your dog is called Bruno",
        "I have an exam on Friday | event | you spoke on {date} of an exam that was coming up (on Friday)",
        "I really like painting with my kids. | preference | you like painting with your kids",
        "Loud places make me anxious | trigger | Loud places make you anxious",
        "Calling my mother always helps me | what_helped | Calling your mother helps you",
        "I'll call my brother tomorrow | promise | you wanted to call your brother tomorrow",
        "I live with my grandmother | fact | you live with your grandmother"
      })
  void learns_simple_facts_in_english(String text, String type, String content) {
    assertThat(learn(text, Language.ENGLISH))
        .anySatisfy(memory -> {
          assertThat(memory.type()).isEqualTo(type);
          assertThat(memory.content()).isEqualTo(content);
          assertThat(memory.importance()).isBetween(0.1, 1.0);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hoy vino mi hermana Ana | person | tu hermana se llama Ana",
        "Tengo un examen el viernes | event | el {date} hablaste de un examen que estaba por llegar (el viernes)",
        "Me gusta pintar con mis hijos | preference | te gusta pintar con tus hijos",
        "Los lugares ruidosos me dan ansiedad | trigger | Los lugares ruidosos te dan ansiedad",
        "Caminar con mi perro me ayuda | what_helped | Caminar con tu perro te ayuda",
        "Voy a llamar a mi madre mañana | promise | querías llamar a tu madre mañana"
      })
  void learns_simple_facts_in_spanish(String text, String type, String content) {
    assertThat(learn(text, Language.SPANISH))
        .anySatisfy(memory -> {
          assertThat(memory.type()).isEqualTo(type);
          assertThat(memory.content()).isEqualTo(content);
        });
  }

  @Test
  void does_not_learn_what_is_known() {
    List<Memory> known = learn("My sister Ana came by", Language.ENGLISH);
    assertThat(
            remembering.learn(List.of("my sister Ana called, I like tea"), Language.ENGLISH, known))
        .extracting(Memory::type)
        .containsExactly("preference");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I like it",
        "it helped me",
        "what helps me?",
        "I'd like that",
        "my sister and I"
      })
  void does_not_take_everything_for_a_fact(String text) {
    assertThat(learn(text, Language.ENGLISH)).isEmpty();
  }

  @Test
  void recall_prefers_what_fits_then_what_matters_then_what_is_new() {
    assertThat(RecallWeights.score(1, 0.5, 365)).isGreaterThan(RecallWeights.score(0, 1, 0));
    assertThat(RecallWeights.score(0, 1, 30)).isGreaterThan(RecallWeights.score(0, 0.5, 30));
    assertThat(RecallWeights.score(0, 0.5, 0)).isGreaterThan(RecallWeights.score(0, 0.5, 30));
  }

  private List<Memory> learn(String text, Language language) {
    return remembering.learn(List.of(text), language, List.of());
  }
}
