package ai.therapysync.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a person says must not be told, in their own words, and whom not. */
final class ExclusionsTest {
  private static final EmergencyContact ROSA = contact(1, "Rosa Vale", "Mother");
  private static final EmergencyContact TOM = contact(2, "Tom Reed", "best friend");
  private static final EmergencyContact LI = contact(3, "李娜", "姐姐");

  private final Exclusions exclusions = Exclusions.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please don't tell my mom",
        "dont call rosa!",
        "I want to die. Do not tell my mother, please",
        "keep my mum out of this",
        "I don't want my mother to know",
        "don't let my mom find out",
        "please never contact Rosa Vale",
        "No le digas nada a mi mamá",
        "no quiero que se entere mi madre",
        "não conte para minha mãe",
        "ne dites rien à ma mère",
        "je ne veux pas que ma mère le sache",
        "sag nichts meiner Mutter",
        "Meine Mutter darf nichts davon erfahren",
        "不要告诉我妈妈",
        "别让我妈知道",
        "माँ को मत बताना",
        "maa ko mat batana",
        "لا تخبر أمي"
      })
  void theMotherByNameOrRelation(String words) {
    assertThat(exclusions.named(words, List.of(ROSA, TOM, LI))).containsExactly(ROSA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't tell anyone",
        "please tell my mom",
        "I can't tell my mom",
        "I don't tell my mother much",
        "I never call my mom",
        "why don't you call my mom?",
        "I will never tell Rosa how I feel",
        "don't let my mom die",
        "nobody tells my mother anything",
        "no digas nada a nadie",
        "不要跟我妈妈住",
        "my mother doesn't want to talk to Tom",
        "",
        "Don't worry. My mom knows."
      })
  void whoNamesNobodyOrSaysSomethingElseKeepsTheirHelp(String words) {
    assertThat(exclusions.named(words, List.of(ROSA, TOM, LI))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"don't tell my mom or Tom", "please do not call Tom and Rosa"})
  void severalAtOnce(String words) {
    assertThat(exclusions.named(words, List.of(ROSA, TOM, LI))).containsExactly(ROSA, TOM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"别告诉李娜", "请不要通知我姐姐"})
  void wordsThatNoSpaceSetsApart(String words) {
    assertThat(exclusions.named(words, List.of(ROSA, TOM, LI))).containsExactly(LI);
  }

  private static EmergencyContact contact(int id, String name, String relationship) {
    return new EmergencyContact(
        new ContactId(new UUID(0, id)),
        name,
        relationship,
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        false);
  }
}
