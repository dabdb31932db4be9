package ai.therapysync.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactRequestTest {
  private final ContactRequest request = new ContactRequest();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Check my contacts",
        " verify my emergency contacts! ",
        "Verifica mis contactos.",
        "verificar meus contatos",
        "Vérifier mes contacts",
        "Notfallkontakte prüfen",
        "检查我的联系人。",
        "मेरे संपर्क जाँचें",
        "تحقق من جهات اتصالي"
      })
  void itIsUnderstoodWhenItIsAllThatIsSaid(String text) {
    assertThat(request.isMeant(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "contacts", "why would you check my contacts?", "check my grammar"})
  void nothingElseIs(String text) {
    assertThat(request.isMeant(text)).isFalse();
  }

  @Test
  void theDoorSpeaksEveryLanguage() {
    Phrasebook door = Phrasebook.load(DoorTexts.class, "Door");
    List<String> keys = door.keys(Language.ENGLISH, "");
    for (Language language : Language.values()) {
      assertThat(door.keys(language, "")).as(language.code()).isEqualTo(keys);
    }
  }
}
