package ai.therapysync.conversation.practice.mood;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.MoodChange;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.practice.Moment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moods that are asked for, and those that people give of themselves. */
final class MoodSkillTest {
  private final MoodSkill skill = new MoodSkill();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|I'm at a 7 now",
        "en|im at 7 now",
        "en|feeling like a 7 today",
        "es|ahora estoy en un 7",
        "es|estoy en un 7 hoy",
        "pt|agora estou num 7",
        "fr|maintenant je suis à 7",
        "de|jetzt bin ich bei 7",
        "de|ich bin jetzt bei einer 7",
        "zh|我现在大概7分",
        "hi|मैं अभी 7 पर हूँ",
        "hi|main abhi 7 pe hoon",
        "ar|أنا الآن على 7"
      })
  void whatIsGivenUnaskedIsKept(String language, String words) {
    assertThat(skill.take(Moment.in(language).hears(words)))
        .hasValueSatisfying(step -> assertThat(step.changes()).contains(new MoodChange.Noted(7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|how were my moods?",
        "en|what was my mood like last week",
        "es|¿cómo fueron mis ánimos?",
        "es|como estuvo mi animo",
        "pt|como foram meus humores?",
        "fr|comment étaient mes humeurs ?",
        "de|wie waren meine Stimmungen?",
        "de|zeig mir meine letzten Stimmungen",
        "zh|我最近心情怎么样？",
        "hi|मेरे पिछले मूड कैसे थे?",
        "hi|mere mood kaise the?",
        "ar|كيف كان مزاجي؟"
      })
  void whoAsksHowTheirMoodsWereIsTold(String language, String words) {
    Optional<Step> step = skill.take(Moment.in(language).hears(words));
    assertThat(step).isPresent();
    assertThat(step.get().changes()).isEmpty();
  }

  @Test
  void whoIsAskedAndTellsSomethingIsNotCounted() {
    Asked question = MoodQuestions.before(Moment.NOON);
    assertThat(skill.take(Moment.in("en").asked(question).hears("2 of my friends died"))).isEmpty();
    assertThat(skill.take(Moment.in("en").asked(question).hears("6, but my dog died")))
        .hasValueSatisfying(step -> assertThat(step.isSilent()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"en,11", "es,15", "pt,-2", "fr,11", "de,eher 15", "zh,11分", "hi,११", "ar,١١"})
  void beyondTheScaleItIsAskedForAgain(String language, String words) {
    Asked question = MoodQuestions.before(Moment.NOON);
    assertThat(skill.take(Moment.in(language).asked(question).hears(words)))
        .hasValueSatisfying(step -> {
          assertThat(step.changes()).isEmpty();
          assertThat(step.asks()).contains(question);
          assertThat(step.text()).contains("10");
        });
  }
}
