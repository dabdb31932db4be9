package ai.therapysync.conversation.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.handover.HandoverWords;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.onboarding.Onboarding;
import ai.therapysync.conversation.practice.contact.ContactSkill;
import ai.therapysync.crisis.language.Language;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every language has English's texts with the same values, and understands what they offer. */
final class MannersTextsTest {
  private final Commands contacts = Commands.load(ContactSkill.class, "commands");
  private final Commands strangers = Commands.load(Onboarding.class, "commands");

  static Stream<Arguments> books() {
    return Stream.of(
        Arguments.of(HandoverWords.class, "handover"),
        Arguments.of(Onboarding.class, "onboarding"),
        Arguments.of(ContactSkill.class, "contacts"));
  }

  @ParameterizedTest
  @MethodSource("books")
  void everyLanguageSaysTheSame(Class<?> owner, String name) {
    Properties english = read(owner, name, Language.ENGLISH);
    for (Language language : Language.values()) {
      Properties book = read(owner, name, language);
      assertThat(book.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(values(book, key))
            .as("values of %s in %s", key, language)
            .isEqualTo(values(english, key));
      }
    }
  }

  @Test
  void whatIsOfferedIsUnderstood() {
    for (Language language : Language.values()) {
      Properties book = read(ContactSkill.class, "contacts", language);
      assertThat(asks(book.getProperty("list.none"), language))
          .as(language.code())
          .isEqualTo("add");
      assertThat(asks(book.getProperty("ask.relation"), language))
          .as(language.code())
          .isEqualTo("later");
      Properties door = read(Onboarding.class, "onboarding", language);
      assertThat(asks(door.getProperty("joined"), language)).as(language.code()).isEqualTo("later");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "show my emergency contacts,list",
    "remove Ana from my emergency contacts,remove",
    "please change my emergency contact,change",
    "quiero añadir un contacto de emergencia,add",
    "quero adicionar um contato de emergência,add",
    "je voudrais ajouter un contact d'urgence,add",
    "ich möchte einen Notfallkontakt hinzufügen,add",
    "我想添加紧急联系人,add",
    "कृपया आपातकालीन संपर्क जोड़ें,add",
    "أريد إضافة جهة اتصال للطوارئ,add"
  })
  void contactsAreManagedInEveryLanguage(String text, String command) {
    assertThat(contacts.find(text, Language.ENGLISH).orElseThrow().name()).isEqualTo(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my sister is my emergency contact at work",
        "this is an emergency",
        "I contacted my sister",
        "I want to remove all of this from my life",
        "change is hard",
        "I should add that my mother called",
        "see you",
        "stop",
        "help"
      })
  void ordinaryTalkIsLeftAlone(String text) {
    for (Language language : Language.values()) {
      assertThat(contacts.find(text, language)).isEmpty();
      assertThat(strangers.find(text, language)).isEmpty();
    }
  }

  private String asks(String text, Language language) {
    String offered =
        text.replace("''", "'").replaceAll("(?s).*[\"«“„] ?([^\"»”“«„]+?) ?[\"»”“].*", "$1");
    return contacts.find(offered, language).map(Commands.Command::name).orElse(offered);
  }

  private static Properties read(Class<?> owner, String name, Language language) {
    String file = name + "_" + language.code() + ".properties";
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
      Properties book = new Properties();
      book.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return book;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static java.util.Set<String> values(Properties book, String key) {
    return new MessageFormat(book.getProperty(key), ULocale.ROOT).getArgumentNames();
  }
}
