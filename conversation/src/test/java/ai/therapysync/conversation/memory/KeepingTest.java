package ai.therapysync.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was told before, and is told again, or otherwise. */
final class KeepingTest {
  private final Remembering remembering = new Remembering();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | My sister Ana came by | my sister's name is Anna",
        "ENGLISH | My sister is called Ana | no, my sister is called Eva",
        "ENGLISH | My mother Rosa called | My mother is called Rosita",
        "ENGLISH | I live in Berlin | I moved to Madrid last week",
        "ENGLISH | I work as a nurse | I work at a bakery now",
        "ENGLISH | I have an exam on Friday | My exam is on Monday",
        "ENGLISH | I have an exam on Friday | My exam went really well!",
        "ENGLISH | I have an exam on Friday | I passed my exam",
        "ENGLISH | I like jazz | I don't like jazz any more",
        "ENGLISH | Swimming helps me | Swimming doesn't help me any more",
        "SPANISH | Hoy vino mi hermana Ana | mi hermana se llama Anna",
        "SPANISH | Vivo en Sevilla | me mudé a Madrid",
        "SPANISH | Tengo un examen el viernes | El examen fue muy bien",
        "SPANISH | Me gusta bailar | Ya no me gusta bailar",
        "PORTUGUESE | Minha irmã se chama Ana | minha irmã se chama Anna",
        "PORTUGUESE | Moro em Lisboa | me mudei para o Porto",
        "PORTUGUESE | Tenho uma prova na sexta | A prova foi muito bem",
        "FRENCH | Ma sœur s'appelle Ana | ma sœur s'appelle Anna",
        "FRENCH | J'habite à Lyon | j'ai déménagé à Nantes",
        "FRENCH | J'ai un examen vendredi | Mon examen s'est bien passé",
        "GERMAN | Meine Schwester heißt Ana | meine Schwester heißt Anna",
        "GERMAN | Ich wohne in Köln | Ich bin nach Bremen gezogen",
        "GERMAN | Ich habe am Freitag eine Prüfung | Die Prüfung ist gut gelaufen",
        "CHINESE | 我住在北京 | 我搬到了上海",
        "CHINESE | 我妈妈叫李梅 | 我妈妈叫李美",
        "CHINESE | 我下周五有一场考试 | 考试很顺利",
        "HINDI | मैं दिल्ली में रहती हूँ | मैं पुणे शिफ़्ट हो गई हूँ",
        "HINDI | मेरी माँ का नाम मीरा है | मेरी माँ का नाम मीना है",
        "ARABIC | أسكن في عمان | انتقلت إلى دبي",
        "ARABIC | اسم أمي سلمى | أمي اسمها سلوى"
      })
  void whatHasChangedIsSetRight(Language language, String before, String now) {
    Keeping keeping = Keeping.of(one(language, now), known(language, before));
    assertThat(keeping).isInstanceOf(Keeping.Corrected.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | My sister Ana came by | My sister Eva came, too",
        "ENGLISH | I live in Berlin | I live with my grandmother",
        "ENGLISH | I like jazz | I like tea",
        "GERMAN | Meine Schwester heißt Ana | Meine Schwester heißt Eva",
        "CHINESE | 我妹妹叫小安 | 我妹妹叫小美",
        "ARABIC | اسم أختي سلمى | اسم أختي ليلى"
      })
  void whatIsAnotherThingIsAdded(Language language, String before, String now) {
    assertThat(Keeping.of(one(language, now), known(language, before)))
        .isInstanceOf(Keeping.Added.class);
  }

  @Test
  void whatIsToldAgainGrowsStronger() {
    assertThat(
            Keeping.of(
                one(Language.ENGLISH, "my sister Ana is here"),
                known(Language.ENGLISH, "My sister is called Ana")))
        .isInstanceOf(Keeping.Strengthened.class);
  }

  private List<Keeping.Known> known(Language language, String text) {
    return List.of(new Keeping.Known(new UUID(1, 2), one(language, text)));
  }

  private Memory one(Language language, String text) {
    return remembering.learn(List.of(text), language, List.of()).getFirst();
  }
}
