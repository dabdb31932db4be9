package ai.therapysync.conversation.practice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.ContactChange;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.practice.Moment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a person names for emergencies, in one breath or word by word. */
final class ContactSkillTest {
  private final ContactSkill skill = new ContactSkill();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|my sister Anna +1 202 555 0143|Anna|sister",
        "en|my best friend tom +1 202 555 0143|Tom|best friend",
        "en|Anna my sister +1 202 555 0143|Anna|sister",
        "es|mi hermana Ana +1 202 555 0143|Ana|hermana",
        "pt|minha irmã Ana +1 202 555 0143|Ana|irmã",
        "fr|ma sœur Anna +1 202 555 0143|Anna|sœur",
        "de|meine Schwester Anna +1 202 555 0143|Anna|Schwester",
        "zh|我姐姐小芳 +1 202 555 0143|小芳|姐姐",
        "hi|मेरी बहन अना +1 202 555 0143|अना|बहन",
        "ar|أختي سلمى +1 202 555 0143|سلمى|أختي"
      })
  void whoIsIntroducedIsNotAskedAfterAgain(
      String language, String words, String name, String relation) {
    Step step =
        skill
            .take(Moment.in(language).asked(ContactSkill.offered(Moment.NOON)).hears(words))
            .orElseThrow();
    assertThat(step.asks()).isEmpty();
    assertThat(step.changes()).hasSize(2).contains(new ContactChange.Related(name, relation));
    assertThat(step.text()).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "en,yes",
    "en,ok",
    "en,I don't know",
    "es,sí",
    "pt,sim",
    "fr,oui",
    "de,ja",
    "de,keine Ahnung",
    "zh,是的",
    "hi,हाँ",
    "ar,نعم"
  })
  void aYesIsNoRelationship(String language, String words) {
    Moment moment = Moment.in(language);
    Step added =
        skill
            .take(moment.asked(ContactSkill.offered(Moment.NOON)).hears("Anna +1 202 555 0143"))
            .orElseThrow();
    Step again = skill.take(moment.asked(added.asks().orElseThrow()).hears(words)).orElseThrow();
    assertThat(again.changes()).isEmpty();
    assertThat(again.text()).contains("Anna");
    Step left = skill.take(moment.asked(again.asks().orElseThrow()).hears(words)).orElseThrow();
    assertThat(left.changes()).isEmpty();
    assertThat(left.asks()).isEmpty();
  }
}
