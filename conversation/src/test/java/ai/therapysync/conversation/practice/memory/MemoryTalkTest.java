package ai.therapysync.conversation.practice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people ask for what is remembered; and how they just talk. */
final class MemoryTalkTest {
  private final MemoryTalk talk = new MemoryTalk();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH|What do you remember about me?|list",
        "ENGLISH|what do you know about me|list",
        "ENGLISH|Show me everything you remember about me|list",
        "ENGLISH|more|more",
        "ENGLISH|forget number 2|forget_number",
        "ENGLISH|delete 2 and 4 please|forget_number",
        "ENGLISH|2 is wrong|wrong_number",
        "ENGLISH|number 3 isn't right, my sister is called Anna|wrong_number",
        "ENGLISH|that's wrong, my sister's name is Anna|wrong",
        "ENGLISH|Forget that.|forget_that",
        "ENGLISH|forget what I told you about my work|forget_about",
        "ENGLISH|forget my sister|forget_mine",
        "ENGLISH|Forget everything!|forget_everything",
        "ENGLISH|please delete everything you know about me|forget_everything",
        "ENGLISH|bring my memories back|bring_back",
        "ENGLISH|bring it back|undo",
        "ENGLISH|undo|undo",
        "SPANISH|¿Qué recuerdas de mí?|list",
        "SPANISH|olvida el número 2|forget_number",
        "SPANISH|2 está mal|wrong_number",
        "SPANISH|eso no es cierto, mi hermana se llama Anna|wrong",
        "SPANISH|olvida eso|forget_that",
        "SPANISH|olvida a mi hermana|forget_mine",
        "SPANISH|olvida todo|forget_everything",
        "SPANISH|recupera todo|bring_back",
        "SPANISH|deshacer|undo",
        "PORTUGUESE|O que você lembra sobre mim?|list",
        "PORTUGUESE|esqueça 2|forget_number",
        "PORTUGUESE|2 está errado|wrong_number",
        "PORTUGUESE|isso está errado, minha irmã se chama Anna|wrong",
        "PORTUGUESE|esqueça isso|forget_that",
        "PORTUGUESE|esqueça a minha irmã|forget_mine",
        "PORTUGUESE|esqueça tudo|forget_everything",
        "PORTUGUESE|recupere tudo|bring_back",
        "PORTUGUESE|desfazer|undo",
        "FRENCH|De quoi tu te souviens à propos de moi ?|list",
        "FRENCH|Que sais-tu sur moi ?|list",
        "FRENCH|la suite|more",
        "FRENCH|oublie 2|forget_number",
        "FRENCH|2 est faux|wrong_number",
        "FRENCH|c'est faux, ma sœur s'appelle Anna|wrong",
        "FRENCH|oublie ça|forget_that",
        "FRENCH|oublie ma sœur|forget_mine",
        "FRENCH|oublie tout|forget_everything",
        "FRENCH|récupère tout|bring_back",
        "FRENCH|annuler|undo",
        "GERMAN|Was weißt du noch über mich?|list",
        "GERMAN|Woran erinnerst du dich?|list",
        "GERMAN|mehr|more",
        "GERMAN|vergiss 2|forget_number",
        "GERMAN|2 ist falsch|wrong_number",
        "GERMAN|das stimmt nicht, meine Schwester heißt Anna|wrong",
        "GERMAN|vergiss das|forget_that",
        "GERMAN|vergiss, was ich dir über meine Arbeit erzählt habe|forget_about",
        "GERMAN|vergiss meine Schwester|forget_mine",
        "GERMAN|vergiss alles|forget_everything",
        "GERMAN|hol alles zurück|bring_back",
        "GERMAN|rückgängig|undo",
        "CHINESE|你还记得我什么？|list",
        "CHINESE|你知道我些什么|list",
        "CHINESE|更多|more",
        "CHINESE|忘掉2|forget_number",
        "CHINESE|2错了|wrong_number",
        "CHINESE|不对，我妹妹叫小安|wrong",
        "CHINESE|忘掉这件事|forget_that",
        "CHINESE|忘掉我妹妹|forget_mine",
        "CHINESE|忘掉一切|forget_everything",
        "CHINESE|恢复记忆|bring_back",
        "CHINESE|撤销|undo",
        "HINDI|आपको मेरे बारे में क्या याद है?|list",
        "HINDI|aapko mere bare me kya yaad hai|list",
        "HINDI|और|more",
        "HINDI|2 भूल जाओ|forget_number",
        "HINDI|2 गलत है|wrong_number",
        "HINDI|यह गलत है, मेरी बहन का नाम मीरा है|wrong",
        "HINDI|यह भूल जाओ|forget_that",
        "HINDI|मेरी बहन को भूल जाओ|forget_mine",
        "HINDI|सब कुछ भूल जाओ|forget_everything",
        "HINDI|सब वापस लाओ|bring_back",
        "HINDI|वापस लाओ|undo",
        "ARABIC|ماذا تتذكر عني؟|list",
        "ARABIC|المزيد|more",
        "ARABIC|احذف 2|forget_number",
        "ARABIC|2 خطأ|wrong_number",
        "ARABIC|هذا خطأ، أختي اسمها سلمى|wrong",
        "ARABIC|انس هذا|forget_that",
        "ARABIC|انس أختي|forget_mine",
        "ARABIC|انس كل شيء|forget_everything",
        "ARABIC|استرجع كل شيء|bring_back",
        "ARABIC|تراجع|undo"
      })
  void isUnderstood(Language language, String words, String command) {
    assertThat(talk.find(words, language))
        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I just want to forget everything",
        "I can't forget my sister",
        "forget it, let's talk about music",
        "forget it",
        "I'd like to forget that day",
        "forget my boss, he never listens to anybody anyway",
        "do you remember how it felt to be a child?",
        "what do you know",
        "memories",
        "bring him back",
        "that's wrong",
        "he said 2 is wrong and left",
        "I need more sleep",
        "quiero olvidar todo",
        "no puedo olvidar a mi hermana",
        "recuerdos",
        "qué sabes tú",
        "quero esquecer tudo",
        "não consigo esquecer",
        "je veux tout oublier",
        "oublie",
        "que sais-tu de l'amour",
        "ich will alles vergessen",
        "vergiss es",
        "was weißt du schon",
        "我想忘掉一切",
        "你知道什么吗",
        "我忘了我妹妹的生日",
        "记忆",
        "मैं सब कुछ भूलना चाहती हूँ",
        "भूल जाओ",
        "أريد أن أنسى كل شيء",
        "لا أستطيع أن أنسى أختي",
        "yes",
        "2",
        "stop"
      })
  void ordinaryTalkIsLeftAlone(String words) {
    for (Language language : Language.values()) {
      assertThat(talk.find(words, language)).isEmpty();
    }
  }
}
