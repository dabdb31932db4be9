package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.reply.Lexicon.Topic;
import ai.therapysync.crisis.language.Language;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** German and Chinese as people write them. */
class LexiconTest {
  private static final Listener LISTENER = new Listener();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kann seit Tagen nicht einschlafen | sleep",
        "die Nachtschichten machen mich kaputt | work",
        "morgen schreib ich Mathe Klausur, hab nix gelernt | study",
        "meine Eltern streiten dauernd | family",
        "mein Freund hat schluss gemacht | partner",
        "Niemand ruft mehr an | lonely",
        "Mein Opa ist gestorben | grief",
        "krieg keine luft, hab so Schiss | anxiety",
        "mir gehts beschissen | low",
        "bin stinksauer, er hat mich angeschrien | anger",
        "Ich habe dauernd Kopfschmerzen | health",
        "die Miete kann ich nicht bezahlen | money",
        "ich bin ein Versager | worth",
        "habe gestern wieder gesoffen | habit",
        "hab die Prüfung bestanden! | progress",
        "Er hat mich geschlagen | violence",
        "meine Schwester will sich umbringen | someone_else"
      })
  void hears_german(String text, String theme) {
    assertThat(hear(text, Language.GERMAN).themes()).contains(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Muede | Müde",
        "ich fuehl mich ueberfordert | ich fühl mich überfordert",
        "die pruefung | die Prüfung",
        "ICH HEUL NUR NOCH, TRAENEN | ich heul nur noch, Tränen",
        "so eine scheisse, ich hasse mich | so eine Scheiße, ich hasse mich"
      })
  void hears_german_without_umlauts(String plain, String written) {
    Heard heard = hear(plain, Language.GERMAN);
    assertThat(heard.themes()).isEqualTo(hear(written, Language.GERMAN).themes());
    assertThat(heard.emotions()).isEqualTo(hear(written, Language.GERMAN).emotions());
    assertThat(heard.themes().size() + heard.emotions().size()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "das hat noch längst nicht alles gezeigt | anxiety",
        "das ist nun mal die Geschichte | work",
        "ich bin traurig | grief",
        "gute Nacht, schlaf gut | sleep",
        "mein Handy ist tot | grief",
        "ich bin nicht glücklich | progress",
        "ich freue mich nicht auf morgen | progress",
        "ich war noch nie stolz auf mich | progress"
      })
  void does_not_hear_in_german_what_is_not_meant(String text, String theme) {
    assertThat(hear(text, Language.GERMAN).themes()).doesNotContain(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "已经三天没睡好了 | sleep",
        "领导天天让我加班到半夜 | work",
        "下周期末考，怕挂科 | study",
        "我爸妈老是吵 | family",
        "男朋友跟我分手了 | partner",
        "没人懂我 | lonely",
        "奶奶上个月去世了 | grief",
        "心慌，手抖，喘不上气 | anxiety",
        "最近好丧，啥也不想干，就想哭 | low",
        "真的被他气死了 | anger",
        "胃疼了一个月，去医院检查 | health",
        "房租都交不起了 | money",
        "我就是个废物 | worth",
        "昨晚又喝多了 | habit",
        "面试过了！好开心 | progress",
        "他动手打了我 | violence",
        "我朋友说她不想活了 | someone_else"
      })
  void hears_chinese(String text, String theme) {
    assertThat(hear(text, Language.CHINESE).themes()).contains(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我好幾天睡不著 | 我好几天睡不着",
        "壓力很大，快崩潰了 | 压力很大，快崩溃了",
        "媽媽過世後我很難過 | 妈妈过世后我很难过",
        "老闆罵我，氣死了 | 老板骂我，气死了",
        "謝謝妳 | 谢谢你"
      })
  void hears_traditional_characters(String traditional, String simplified) {
    Heard heard = hear(traditional, Language.CHINESE);
    Heard same = hear(simplified, Language.CHINESE);
    assertThat(heard.themes()).isEqualTo(same.themes());
    assertThat(heard.emotions()).isEqualTo(same.emotions());
    assertThat(heard.intent()).isEqualTo(same.intent());
    assertThat(heard.themes().isEmpty() && heard.intent().isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我不开心 | progress",
        "一点都不快乐 | progress",
        "没有觉得轻松 | progress",
        "要是能开心一点就好了 | progress",
        "怎么也高兴不起来 | progress",
        "不好意思麻烦你了 | anger",
        "我今天累死了 | grief",
        "恐怕来不及 | anxiety",
        "妈的，真倒霉 | family",
        "我先睡了 | sleep"
      })
  void does_not_hear_in_chinese_what_is_not_meant(String text, String theme) {
    assertThat(hear(text, Language.CHINESE).themes()).doesNotContain(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"没想到考过了 | progress", "昨天不开心，今天很开心 | progress", "特别高兴 | progress"})
  void takes_no_other_word_for_a_denial(String text, String theme) {
    assertThat(hear(text, Language.CHINESE).themes()).contains(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "GERMAN | Moin | GREETING",
        "GERMAN | na klar, gerne | YES",
        "GERMAN | nee lass mal | NO",
        "GERMAN | weiß nicht | UNSURE",
        "CHINESE | 我也说不清 | UNSURE",
        "GERMAN | danke dir, gute nacht | GOODBYE",
        "GERMAN | Bist du ein echter Mensch? | BOT",
        "GERMAN | ich will mit einem echten menschen reden | HUMAN",
        "GERMAN | soll ich die tabletten absetzen | MEDICINE",
        "GERMAN | hab ich ne depression? | DIAGNOSIS",
        "GERMAN | du hoerst mir nicht zu | REPAIR",
        "GERMAN | liest hier jemand mit? | PRIVATE",
        "CHINESE | 好 | YES",
        "CHINESE | 好的，来吧 | YES",
        "CHINESE | 好累 | none",
        "CHINESE | 不用了谢谢 | NO",
        "CHINESE | 不开心 | none",
        "CHINESE | 没有味道 | none",
        "CHINESE | 谢谢你，晚安 | GOODBYE",
        "CHINESE | 我先睡了，晚安 | GOODBYE",
        "CHINESE | 你是真人还是AI？ | BOT",
        "CHINESE | 想找真人聊聊 | HUMAN",
        "CHINESE | 安眠药可以多吃几片吗 | MEDICINE",
        "CHINESE | 我是不是得了抑郁症 | DIAGNOSIS",
        "CHINESE | 你根本没在听 | REPAIR",
        "CHINESE | 会告诉别人吗 | PRIVATE",
        "CHINESE | 你还记得我说过什么吗 | MEMORY"
      })
  void hears_what_is_wanted(Language language, String text, Intent wanted) {
    assertThat(hear(text, language).intent().orElse(null)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"GERMAN", "CHINESE", "HINDI", "ARABIC"})
  void has_every_list_of_english_once(Language language) {
    Map<Topic, List<String>> lists = lists(language);
    assertThat(lists.keySet())
        .containsAll(
            lists(Language.ENGLISH).keySet().stream()
                .filter(topic -> !topic.kind().equals("relation"))
                .toList());
    assertThat(headings(language)).doesNotHaveDuplicates();
    lists.forEach(
        (topic, phrases) -> assertThat(phrases).as(topic.toString()).doesNotHaveDuplicates());
  }

  /** A phrase that is spelt so that it is never found is a mistake. */
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"GERMAN", "CHINESE", "HINDI", "ARABIC"})
  void every_phrase_is_found_when_it_is_written(Language language) {
    Lexicon lexicon = Lexicon.of(language);
    lists(language)
        .forEach((topic, phrases) ->
            phrases.stream()
                .filter(phrase -> !phrase.startsWith("!"))
                .forEach(phrase ->
                    assertThat(lexicon.covered(topic, Wording.words(phrase)))
                        .as(topic + " " + phrase)
                        .isPositive()));
  }

  @Test
  void knows_the_traditional_form_of_all_its_characters() {
    Set<Integer> known =
        lists(Language.CHINESE).values().stream()
            .flatMap(List::stream)
            .flatMapToInt(String::codePoints)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
    assertThat(IntStream.rangeClosed(0x4E00, 0x9FFF).mapToObj(Character::toString))
        .filteredOn(it -> known.contains(simplify.transliterate(it).codePointAt(0)))
        .filteredOn(it -> !simplify.transliterate(it).equals(it))
        .allSatisfy(it ->
            assertThat(Spelling.of(Language.CHINESE).apply(it))
                .as(it)
                .isEqualTo(simplify.transliterate(it)));
  }

  private static Heard hear(String text, Language language) {
    return LISTENER.hear(text, language);
  }

  private static Map<Topic, List<String>> lists(Language language) {
    Map<Topic, List<String>> lists = new LinkedHashMap<>();
    List<String> phrases = new ArrayList<>();
    for (String line : lines(language)) {
      if (line.startsWith("[")) {
        String[] name = line.substring(1, line.indexOf(']')).split(" ", 2);
        phrases = new ArrayList<>();
        lists.put(new Topic(name[0], name.length > 1 ? name[1] : ""), phrases);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        Arrays.stream(line.split(",")).map(String::strip).forEach(phrases::add);
      }
    }
    return lists;
  }

  private static List<String> headings(Language language) {
    return lines(language).stream().filter(line -> line.startsWith("[")).toList();
  }

  private static List<String> lines(Language language) {
    String file = "lexicon_" + language.code() + ".txt";
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
