package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.crisis.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole conversations, as different people would have them; read before they were kept. */
class GoldenConversationsTest {
  private final OfflineCompanion companion = new OfflineCompanion();

  @Test
  void a_nurse_who_cannot_sleep() {
    Talk dana =
        new Talk(companion)
            .remembering(
                Talk.memory("person", "Ana (your sister)", "your sister is called Ana"),
                Talk.memory("what_helped", "the river", "walking by the river helps you"))
            .towards("Be in bed by eleven");
    dana.says("hi");
    assertThat(dana.says("I can't sleep, my shifts at the hospital are killing my rhythm"))
        .containsAnyOf("Nights", "hours", "sleep", "Bed");
    dana.says("my boss put me on nights again and I'm worried I'll make a mistake");
    assertThat(dana.says("my sister says I should quit")).contains("your sister is called Ana");
    dana.says("I don't know, I love the work");
    dana.says("I was so tired that I cried in the car");
    dana.says("since January or so");
    assertThat(dana.says("yes")).isNotBlank();
    assertThat(dana.says("I went for a walk by the river today and I feel better"))
        .containsAnyOf("river", "Be in bed by eleven");
    dana.says("thank you");
    assertThat(dana.says("good night")).doesNotContain("?");
    reads(dana);
  }

  @Test
  void a_student_in_panic_is_led_back_to_the_room() {
    Talk leo =
        new Talk(companion)
            .with(Talk.voice("Vera", "CBT", "direct"))
            .remembering(Talk.memory("event", "exam", "you have your chemistry exam on Friday"));
    assertThat(leo.says("hey")).contains("chemistry exam");
    leo.says("I can't study, my heart is racing and I'm so anxious");
    assertThat(leo.says("ok")).contains("five things");
    leo.says("desk, lamp, mug, window, poster");
    leo.says("chair, floor, shirt, watch");
    leo.says("fan, street, my roommate");
    leo.says("coffee, laundry");
    assertThat(leo.says("toothpaste")).contains("How does your body feel now");
    leo.says("slower. but I still think I'm a failure");
    leo.says("my dad would say that. he always did");
    leo.says("are you a real person or a bot?");
    leo.says("ok. thanks");
    reads(leo);
  }

  @Test
  void una_abuela_que_falta() {
    Culture culture =
        new Culture(
            Optional.of(Language.SPANISH),
            "mexicana",
            "extended",
            "indirect",
            true,
            "",
            List.of(),
            List.of());
    Talk rosa =
        new Talk(companion)
            .in(Language.SPANISH)
            .of(culture)
            .remembering(Talk.memory("fact", "abuela", "tu abuela te enseñó a hacer tamales"));
    rosa.says("Hola");
    assertThat(rosa.says("Mi abuela murió hace un mes")).contains("tamales");
    rosa.says("la extraño mucho, lloro en la cocina");
    rosa.says("mi familia no habla de eso");
    rosa.says("mi madre dice que ya basta de llorar");
    rosa.says("me siento sola");
    rosa.says("sí");
    rosa.says("rezábamos juntas");
    rosa.says("hoy cociné su receta y me sentí mejor");
    rosa.says("gracias");
    assertThat(rosa.says("hasta mañana")).doesNotContain("?");
    assertThat(String.join(" ", rosa.answers())).contains("tu fe").doesNotContain("límite");
    reads(rosa);
  }

  @Test
  void un_padre_sin_trabajo() {
    Talk luis =
        new Talk(companion)
            .in(Language.SPANISH)
            .with(Talk.voice("Bruno", "solution-focused", "encouraging"))
            .remembering(Talk.memory("person", "Mateo (tu hijo)", "tu hijo se llama Mateo"))
            .towards("Mandar dos solicitudes por semana");
    luis.says("buenas");
    luis.says("me despidieron del trabajo y no me alcanza el dinero");
    luis.says("siento que soy un fracaso");
    assertThat(luis.says("mi hijo me pregunta por qué estoy en casa")).contains("Mateo");
    luis.says("no sé qué decirle");
    assertThat(luis.sends(MessageType.AUDIO, "")).contains("notas de voz");
    luis.says("decía que me da vergüenza");
    luis.saysInDistress("a veces pienso que estarían mejor sin mí");
    luis.says("no, no es eso. estoy cansado");
    assertThat(luis.says("hoy mandé una solicitud, estoy orgulloso"))
        .contains("Mandar dos solicitudes por semana");
    luis.says("gracias por escuchar");
    reads(luis);
  }

  private static void reads(Talk talk) {
    List<String> answers = talk.answers();
    assertThat(answers).hasSizeGreaterThanOrEqualTo(10);
    assertThat(answers).doesNotHaveDuplicates();
    assertThat(answers).allSatisfy(answer -> assertThat(answer).hasSizeLessThanOrEqualTo(480));
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(OfflineCompanionTest.questions(answer)).isLessThanOrEqualTo(1));
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain(" mg", "diagnosed", "as your therapist"));
    List<String> sentences =
        answers.stream()
            .flatMap(answer -> Arrays.stream(answer.split("(?<=[.!?:]) ")))
            .filter(sentence -> sentence.length() > 25)
            .toList();
    assertThat(sentences).doesNotHaveDuplicates();
  }
}
