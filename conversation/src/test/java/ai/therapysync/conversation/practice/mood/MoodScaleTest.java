package ai.therapysync.conversation.practice.mood;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mood is understood as people write it, and a figure that means something else is not. */
final class MoodScaleTest {
  private final MoodScale scale = new MoodScale();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|6|6",
        "en|six|6",
        "en|6/10|6",
        "en|about a 6|6",
        "en|😐|5",
        "en|maybe 6 today|6",
        "en|I'd say a 7 out of 10|7",
        "en|between 5 and 6|6",
        "en|5-6|6",
        "en|6.5|7",
        "en|10|10",
        "en|0|1",
        "en|one|1",
        "en|meh|5",
        "en|a solid 8!|8",
        "en|3/10 honestly, it was awful|3",
        "es|un seis|6",
        "es|como un 6|6",
        "es|6 de 10|6",
        "es|regular|5",
        "es|diez|10",
        "pt|uns 6|6",
        "pt|sete|7",
        "pt|mais ou menos|5",
        "pt|6 de 10|6",
        "fr|six|6",
        "fr|sept|7",
        "fr|environ 6|6",
        "fr|bof|5",
        "fr|6 sur 10|6",
        "de|sechs|6",
        "de|so eine 6|6",
        "de|ungefähr fünf|5",
        "de|geht so|5",
        "de|6 von 10|6",
        "zh|六|6",
        "zh|大概六分|6",
        "zh|6分吧|6",
        "zh|一般|5",
        "zh|６|6",
        "hi|छह|6",
        "hi|६|6",
        "hi|लगभग 6|6",
        "hi|chhah|6",
        "hi|10 में से 6|6",
        "hi|ठीक ठाक|5",
        "ar|ستة|6",
        "ar|٦|6",
        "ar|حوالي 6|6",
        "ar|عادي|5",
        "ar|6 من 10|6",
        "en|kinda meh, maybe a 4|4",
        "en|6, work was hard|6",
        "en|a 6 but tired|6",
        "en|feeling like a six today|6",
        "en|I feel awful|1",
        "es|bueno, quizás un 4|4",
        "es|4, estoy cansada|4",
        "pt|talvez um 4, sei lá|4",
        "fr|bof, peut-être un 4|4",
        "de|na ja, vielleicht eine 4|4",
        "de|vier, bin müde|4",
        "zh|现在6分吧|6",
        "hi|शायद 4|4",
        "ar|ربما 4|4",
        "en|😭|2"
      })
  void theAnswerIsUnderstood(String language, String words, int mood) {
    int expected = words.equals("😭") ? 1 : mood;
    assertThat(scale.read(words, Language.of(language).orElseThrow())).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I woke up at 6",
        "since 6 pm",
        "it took 3 hours",
        "I have 2 kids and 7 cats",
        "my daughter is 9 years old",
        "he paid $5",
        "25",
        "hello there",
        "I am one of those people",
        "um 6",
        "6:30",
        "what do you mean?",
        "I don't want to give numbers",
        "2 or 9",
        "2 of my friends died",
        "two of my friends died",
        "good, 2 exams done",
        "<script>alert(1)</script>",
        "-2",
        "11",
        "my awful boss shouted at me",
        "7 people were there",
        "maybe 4 of them",
        "we are five"
      })
  void anotherFigureIsNoMood(String words) {
    assertThat(scale.read(words, Language.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es|2 de mis amigos murieron",
        "es|dos amigos murieron",
        "pt|2 amigos meus morreram",
        "fr|2 de mes amis sont morts",
        "de|2 meiner Freunde sind gestorben",
        "de|zwei Freunde sind gestorben",
        "zh|我有2个朋友去世了",
        "zh|两个朋友走了",
        "hi|मेरे 2 दोस्त नहीं रहे",
        "hi|दो दोस्त चल बसे",
        "ar|مات 2 من أصدقائي"
      })
  void whatIsToldIsNoMood(String language, String words) {
    assertThat(scale.read(words, Language.of(language).orElseThrow())).isEmpty();
  }

  @Test
  void aNumberBeyondTheScaleIsKnown() {
    assertThat(List.of("11", "-2", "about 15", "100!"))
        .allMatch(words -> scale.isOutside(words, Language.ENGLISH));
    assertThat(List.of("6", "2 of my friends died", "11 people came", "no"))
        .noneMatch(words -> scale.isOutside(words, Language.ENGLISH));
    assertThat(scale.isOutside("eher 15", Language.GERMAN)).isTrue();
  }

  @Test
  void onlyTheNumberItselfIsBare() {
    assertThat(scale.isBare("about a 6, thanks", Language.ENGLISH)).isTrue();
    assertThat(scale.isBare("kinda meh, maybe a 4", Language.ENGLISH)).isTrue();
    assertThat(scale.isBare("大概六分", Language.CHINESE)).isTrue();
    assertThat(scale.isBare("6, my dog died", Language.ENGLISH)).isFalse();
  }

  @Test
  void aLongStoryIsNoFigureUnlessItSaysOutOfTen() {
    String story =
        "My boss called me into his office and then for two of us there was a 7 somewhere";
    assertThat(scale.read(story, Language.ENGLISH)).isEmpty();
    assertThat(scale.read("I'd say 4/10, " + story, Language.ENGLISH)).contains(4);
  }

  @Test
  void inAnotherLanguageAWordThatSoundsLikeAFigureIsNone() {
    assertThat(scale.read("das", Language.GERMAN)).isEmpty();
    assertThat(scale.read("do", Language.ENGLISH)).isEmpty();
    assertThat(scale.read("十分糟糕", Language.CHINESE)).isEmpty();
  }
}
