package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is plain is taken as plain: facts, complaints, a laugh, a tear, an animal that is missed.
 */
class PlainTalkTest {
  private static final List<String> TOPICS =
      List.of("work", "study", "family", "partner", "sleep", "health", "money");

  private final OfflineCompanion companion = new OfflineCompanion();
  private final Phrasebook texts = Phrasebook.load(OfflineCompanion.class, "companion");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | my sister Anna lives in Lyon | my sister Anna shouts at me every day",
        "ENGLISH | I work in a bakery | my boss is never satisfied",
        "ENGLISH | i study biology | i failed my exam",
        "SPANISH | mi hermana Ana vive en Lyon | mi hermana Ana me grita",
        "SPANISH | trabajo en una panaderia | mi jefe nunca esta contento",
        "PORTUGUESE | minha irmã Ana mora em Lyon | minha irma Ana grita comigo",
        "PORTUGUESE | meu trabalho é numa padaria | meu chefe nunca está satisfeito",
        "FRENCH | ma sœur Anna habite à Lyon | ma soeur Anna me crie dessus",
        "FRENCH | je travaille dans une boulangerie | mon chef n'est jamais content",
        "GERMAN | meine Schwester Anna wohnt in Lyon | meine schwester schreit mich an",
        "GERMAN | ich arbeite in einer Bäckerei | mein Chef ist nie zufrieden",
        "CHINESE | 我姐姐住在上海 | 我姐姐老骂我",
        "CHINESE | 我在一家面包店上班 | 老板总是不满意，天天加班",
        "HINDI | मेरी बहन लखनऊ में रहती है | मेरी बहन मुझ पर चिल्लाती है",
        "HINDI | meri behen Lucknow me rehti hai | meri behen mujhpe chillati hai",
        "ARABIC | أختي تسكن في بيروت | أختي تصرخ وأنا تعبان",
        "ARABIC | أعمل في مخبز | شغلي كله ضغط"
      })
  void aPlainFactIsNoTrouble(Language language, String fact, String trouble) {
    assertThat(talk(language).says(fact)).doesNotContain(strained(language));
    assertThat(talk(language).says(trouble)).containsAnyOf(strained(language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | I don't think you understand me",
        "ENGLISH | that's not helpful",
        "ENGLISH | you keep saying the same",
        "ENGLISH | you already said that",
        "SPANISH | creo que no me entiendes",
        "SPANISH | eso no me ayuda",
        "SPANISH | siempre dices lo mismo",
        "PORTUGUESE | acho que você não me entende",
        "PORTUGUESE | isso nao me ajuda",
        "PORTUGUESE | você sempre diz a mesma coisa",
        "FRENCH | je crois que tu me comprends pas",
        "FRENCH | ça m'aide pas",
        "FRENCH | tu dis toujours la meme chose",
        "GERMAN | ich glaube, du verstehst mich nicht",
        "GERMAN | das hilft mir nicht",
        "GERMAN | du sagst immer dasselbe",
        "CHINESE | 我觉得你不懂我",
        "CHINESE | 这对我没有帮助",
        "CHINESE | 你老是重复",
        "HINDI | लगता है आप मुझे नहीं समझते",
        "HINDI | isse koi madad nahi mil rahi",
        "HINDI | aap wahi baat bolte ho",
        "ARABIC | أظن أنك لا تفهمني",
        "ARABIC | هذا لا يساعدني",
        "ARABIC | بتكرر نفسك"
      })
  void aComplaintIsAnsweredWithoutAQuestion(Language language, String complaint) {
    Talk talk = talk(language);
    talk.says("…");
    String answer = talk.says(complaint);
    assertThat(OfflineCompanionTest.questions(answer)).as(answer).isZero();
    assertThat(answer).containsAnyOf(said(language, "repair", "repeat"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | stop asking me questions | my boss is mean and I hate it",
        "SPANISH | deja de hacerme preguntas | mi jefe me grita",
        "PORTUGUESE | para de me fazer perguntas | meu chefe grita comigo",
        "FRENCH | arrete de me poser des questions | mon chef me crie dessus",
        "GERMAN | hör auf mit den Fragen | mein Chef schreit mich an",
        "CHINESE | 别问了 | 老板骂我",
        "HINDI | sawal mat pucho | boss mujhpe chillata hai",
        "ARABIC | توقف عن الأسئلة | المدير يصرخ علي"
      })
  void whoWantsNoQuestionsIsAskedNoneForAWhile(Language language, String told, String more) {
    Talk talk = talk(language);
    talk.says("…");
    assertThat(talk.says(told)).containsAnyOf(said(language, "quiet"));
    for (int turn = 0; turn < 4; turn++) {
      String answer = talk.says(more + ".".repeat(turn));
      assertThat(OfflineCompanionTest.questions(answer)).as(answer).isZero();
    }
    assertThat(talk.answers().subList(1, 6)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "😭😭💔, sign.sad", "😐, sign.flat", "❤️, sign.love", "😡, sign.angry", "😱, sign.scared",
    "😴, sign.tired", "🙂, sign.glad", ":(, sign.sad", ":-), sign.glad", "😂😂, laugh",
    "🤣😂, laugh", "👍🏽, light", "👌, light", "🙏, thanks"
  })
  void aSignAloneIsUnderstood(String sign, String kind) {
    for (Language language : Language.values()) {
      Talk talk = talk(language);
      talk.says("…");
      assertThat(talk.says(sign)).as(language.code()).containsAnyOf(said(language, kind));
    }
  }

  @Test
  void aThumbUpGoesOnWithAnExercise() {
    Talk maya = talk(Language.ENGLISH);
    maya.says("I'm having a panic attack, I can't breathe");
    assertThat(maya.says("👍")).contains("five things");
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, ok",
    "ENGLISH, k",
    "ENGLISH, hm",
    "ENGLISH, mm",
    "SPANISH, vale",
    "SPANISH, ok",
    "PORTUGUESE, tá",
    "PORTUGUESE, blz",
    "FRENCH, d'accord",
    "FRENCH, bof",
    "GERMAN, jo",
    "GERMAN, naja",
    "CHINESE, 嗯",
    "CHINESE, 哦",
    "HINDI, ठीक है",
    "HINDI, accha",
    "ARABIC, تمام",
    "ARABIC, ok"
  })
  void anOkIsTakenLightly(Language language, String word) {
    Talk talk = talk(language);
    talk.says("…");
    String answer = talk.says(word);
    assertThat(answer).containsAnyOf(said(language, "light"));
    assertThat(OfflineCompanionTest.questions(answer)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, lol",
    "SPANISH, jaja",
    "PORTUGUESE, kkkk",
    "FRENCH, mdr",
    "GERMAN, haha",
    "CHINESE, 哈哈",
    "HINDI, haha",
    "ARABIC, ههههه"
  })
  void aLaughIsALaugh(Language language, String word) {
    Talk talk = talk(language);
    talk.says("…");
    assertThat(talk.says(word)).containsAnyOf(said(language, "laugh"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | thank you, that helped a bit",
        "SPANISH | gracias, me ha ayudado un poco",
        "PORTUGUESE | obrigada, isso ajudou um pouco",
        "FRENCH | merci, ça m'a fait du bien",
        "GERMAN | danke, das hat ein bisschen geholfen",
        "CHINESE | 谢谢，有点帮助",
        "HINDI | shukriya, thodi madad mili",
        "ARABIC | شكرا، ارتحت شوي"
      })
  void thanksForHelpAreTakenGladly(Language language, String thanks) {
    Talk talk = talk(language);
    talk.says("…");
    String answer = talk.says(thanks);
    assertThat(answer).containsAnyOf(said(language, "helped"));
    assertThat(OfflineCompanionTest.questions(answer)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | can you call me at 5?",
        "SPANISH | me puedes llamar a las 5?",
        "PORTUGUESE | você pode me ligar às 5?",
        "FRENCH | tu peux m'appeler à 17h ?",
        "GERMAN | kannst du mich um 5 anrufen, kannst du mich anrufen",
        "CHINESE | 可以给我打电话吗",
        "HINDI | mujhe call karo 5 baje",
        "ARABIC | ممكن تتصل بي الساعة خمسة"
      })
  void itSaysThatItCannotCall(Language language, String wish) {
    assertThat(talk(language).says(wish)).containsAnyOf(said(language, "call"));
  }

  @Test
  void itTellsHowLongAnExerciseIsAndKeepsItsPlace() {
    Talk maya = talk(Language.ENGLISH);
    maya.says("I'm having a panic attack, I can't breathe");
    maya.says("yes please");
    assertThat(maya.says("how long does it go on?")).contains("stop", "five things");
    assertThat(maya.says("lamp, door, table, cup, cat")).contains("four things");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | my dog Rex died yesterday",
        "SPANISH | mi perro Rex murió ayer",
        "PORTUGUESE | meu cachorro Rex morreu ontem",
        "FRENCH | mon chien Rex est mort hier",
        "GERMAN | mein Hund Rex ist gestern gestorben",
        "CHINESE | 我的狗昨天死了",
        "HINDI | मेरा कुत्ता कल मर गया",
        "ARABIC | كلبي مات أمس"
      })
  void anAnimalIsMournedAsAnAnimal(Language language, String loss) {
    Talk talk = talk(language);
    assertThat(talk.says(loss))
        .containsAnyOf(said(language, "reflect.pet"))
        .containsAnyOf(said(language, "ask.pet"));
  }

  @Test
  void aGriefIsNotHeardInEverythingForEver() {
    Talk maya = talk(Language.ENGLISH);
    assertThat(maya.says("my mum died in march and I still can't go into her room"))
        .contains("your mother");
    maya.says("nobody gets it");
    maya.says("her name was Rose");
    maya.says("actually it was Rosa, sorry");
    assertThat(maya.says("I have two kids, Leo and Mia"))
        .doesNotContain("miss", "grief", "Grief", "sad", "remember them");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noQuestionComesTwiceWithinTenAnswers(Language language) {
    Talk talk = talk(language);
    List<String> asked = new ArrayList<>();
    for (int turn = 0; turn < 30; turn++) {
      asked.add(question(talk.says("xyz " + turn + " abc " + turn * 7)));
    }
    for (int turn = 0; turn + 10 <= asked.size(); turn++) {
      assertThat(asked.subList(turn, turn + 10)).doesNotHaveDuplicates();
    }
  }

  private static String question(String answer) {
    List<String> sentences = List.of(answer.split("(?<=[.!?؟।]) |(?<=[。？！])", -1));
    return sentences.stream().filter(it -> !it.isBlank()).reduce((first, last) -> last).orElse("");
  }

  private Talk talk(Language language) {
    return new Talk(companion).in(language);
  }

  private String[] strained(Language language) {
    return TOPICS.stream()
        .flatMap(topic -> Stream.of("reflect." + topic, "also." + topic))
        .flatMap(kind -> Stream.of(said(language, kind)))
        .toArray(String[]::new);
  }

  private String[] said(Language language, String... kinds) {
    return Stream.of(kinds)
        .flatMap(kind ->
            texts.keys(language, kind + ".").stream()
                .filter(key -> key.substring(kind.length() + 1).matches("[0-9]+")))
        .map(key -> texts.say(language, key))
        .toArray(String[]::new);
  }
}
