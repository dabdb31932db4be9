package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two voices that differ in one column only don't say the same. */
class PersonalityIsHeardTest {
  private static final String WORK = "my boss shouts at me and work is too much";
  private static final Row PLAIN =
      new Row("Vera", "", "", "", List.of(), "warm", Map.of(), Map.of());

  private final OfflineCompanion companion = new OfflineCompanion();

  static Stream<Arguments> columns() {
    return Stream.of(
        Arguments.of("name", new Row("Ada", "", "", "", List.of(), "warm", Map.of(), Map.of())),
        Arguments.of(
            "title", new Row("Vera", "Night owl", "", "", List.of(), "warm", Map.of(), Map.of())),
        Arguments.of(
            "description",
            new Row("Vera", "", "Listens at night.", "", List.of(), "warm", Map.of(), Map.of())),
        Arguments.of(
            "approach", new Row("Vera", "", "", "CBT", List.of(), "warm", Map.of(), Map.of())),
        Arguments.of(
            "specialties",
            new Row("Vera", "", "", "", List.of("burnout"), "warm", Map.of(), Map.of())),
        Arguments.of(
            "communication_style",
            new Row("Vera", "", "", "", List.of(), "direct", Map.of(), Map.of())),
        Arguments.of(
            "personality_traits",
            new Row("Vera", "", "", "", List.of(), "warm", Map.of("warmth", "0.9"), Map.of())),
        Arguments.of(
            "effectiveness_areas",
            new Row("Vera", "", "", "", List.of(), "warm", Map.of(), Map.of("work", "0.9"))));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyColumnChangesThePromptAndTheOfflineAnswers(String column, Row other) {
    assertThat(voiceIn(other)).as(column).isNotEqualTo(voiceIn(PLAIN));
    assertThat(about(other)).as(column).isNotEqualTo(about(PLAIN));
  }

  @Test
  void askedWhoItIsItSaysWhatItsRowSaysAndThatItIsAnAi() {
    Row vera =
        new Row(
            "Vera",
            "Guide for restless nights",
            "Sits with people when sleep won't come. Likes tea.",
            "",
            List.of("insomnia", "worry"),
            "warm",
            Map.of(),
            Map.of());
    Talk talk = talk(vera);
    assertThat(talk.says("hi")).contains("I'm Vera, an AI companion", "Guide for restless nights");
    assertThat(talk.says("what are you good at?"))
        .contains("AI companion", "call me Vera", "insomnia, worry")
        .contains("\"Sits with people when sleep won't come\"");
    assertThat(talk(PLAIN).says("tell me about yourself")).contains("call me Vera");
    assertThat(talk(vera).says("my mother died")).contains("Vera").doesNotContain("Guide for");
    assertThat(talk(vera).saysInDistress("I can't go on")).doesNotContain("Guide for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Licensed psychotherapist with 20 years of experience.",
        "A certified coach.",
        "I am a real person.",
        "Dr. Vera, psychologist",
        "Une femme de Lyon",
        "心理咨询师"
      })
  void noRowMakesItPassForAPersonOrAProfessional(String claim) {
    Talk talk = talk(new Row("Vera", claim, claim, "", List.of(claim), "warm", Map.of(), Map.of()));
    assertThat(talk.says("hi") + talk.says("who are you?"))
        .contains("AI companion")
        .doesNotContain(claim, claim.replaceAll("\\.$", ""));
  }

  @Test
  void whatDoesNotFitIsLeftOutAndTheRestIsSaid() {
    Row wordy =
        new Row(
            "Vera",
            "Night owl",
            "Listens " + "and so on ".repeat(10),
            "",
            List.of("sleep", "and so on ".repeat(9), "worry"),
            "warm",
            Map.of(),
            Map.of());
    assertThat(talk(wordy).says("who are you?"))
        .contains("call me Vera", "Night owl")
        .hasSizeLessThanOrEqualTo(480);
  }

  @ParameterizedTest
  @EnumSource
  void itPresentsItselfInEveryLanguageWithinAFewTextMessages(Language language) {
    Row vera =
        new Row("Vera", "Night owl", "Zz listens.", "", List.of("qqq"), "", Map.of(), Map.of());
    Map<Language, String> asked =
        Map.of(
            Language.ENGLISH, "who are you?",
            Language.SPANISH, "¿en qué me puedes ayudar?",
            Language.PORTUGUESE, "em que você pode me ajudar?",
            Language.FRENCH, "parle-moi de toi",
            Language.GERMAN, "wobei kannst du mir helfen?",
            Language.CHINESE, "你擅长什么",
            Language.HINDI, "आप क्या कर सकते हैं",
            Language.ARABIC, "حدثني عن نفسك");
    Talk talk = talk(vera).in(language);
    talk.says("…");
    String answer = talk.says(asked.getOrDefault(language, ""));
    assertThat(answer).contains("Vera", "Night owl", "Zz listens", "qqq");
    assertThat(Wording.length(answer)).isLessThanOrEqualTo(480);
  }

  @Test
  void itAsksAboutWhatItIsForBeforeItComesToTechniques() {
    Row cbt = new Row("Vera", "", "", "CBT", List.of(), "warm", Map.of(), Map.of());
    Row forWork = new Row("Vera", "", "", "CBT", List.of("Burnout"), "warm", Map.of(), Map.of());
    assertThat(talk(cbt).says(WORK)).contains("went through your mind");
    assertThat(talk(forWork).says(WORK)).contains("Which part of it weighs on you most");
  }

  @Test
  void whereItIsEffectiveAnExerciseComesEarlier() {
    assertThat(offeredAt(areas("overthinking and anxiety", "0.9"))).isEqualTo(2);
    assertThat(offeredAt(areas("grief", "0.9"))).isEqualTo(3);
    assertThat(offeredAt(areas("anxiety", "0.1"))).isEqualTo(3);
    assertThat(offeredAt(areas("strong", "[\"anxiety\",\"sleep\"]"))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "pace, slow, 6",
    "pace, 0.2, 6",
    "pace, 2/10, 6",
    "tempo, langsam, 6",
    "slow, yes, 6",
    "pace, medium, 3",
    "pace, , 3",
    "pace, 90%, 2",
    "pace, brisk, 2",
    "style, '{\"pace\": {\"level\": 9}}', 2",
    "style, '{\"pace\": null}', 3",
    "pace, '{\"score\": 0.1, \"why\": \"calm\"}', 6"
  })
  void paceTellsWhenAnExerciseIsOffered(String trait, String value, int turn) {
    assertThat(offeredAt(traits(trait, value == null ? "" : value))).isEqualTo(turn);
  }

  @Test
  void warmthTellsHowOftenItSaysThatItIsWithThem() {
    assertThat(warmLeads(traits("warmth", "high"))).isEqualTo(4);
    assertThat(warmLeads(PLAIN)).isEqualTo(2);
    assertThat(warmLeads(traits("warmth", "low"))).isZero();
    assertThat(warmLeads(traits("empathy", "85"))).isEqualTo(4);
  }

  @Test
  void directnessSoftensTheQuestionOrComesToThePoint() {
    String sad = "I feel so angry about work, and I can't sleep";
    String plain = talk(PLAIN).says(sad);
    assertThat(plain).doesNotContain("If you feel like", "Only if", "I wonder", "Perhaps we");
    assertThat(talk(traits("directness", "0.1")).says(sad))
        .containsAnyOf("If you feel like", "Only if", "I wonder", "Perhaps we");
    assertThat(talk(traits("directness", "9")).says(sad)).hasSizeLessThan(plain.length());
  }

  @Test
  void humourIsThereOnlyWhereItIsWantedAndWhereItIsLight() {
    Row playful = new Row("Vera", "", "", "", List.of(), "playful", Map.of(), Map.of());
    Row dry = new Row("Vera", "", "", "", List.of(), "playful", Map.of("humor", "none"), Map.of());
    Row gentle =
        new Row("Vera", "", "", "", List.of(), "gentle", Map.of("humour", "0.9"), Map.of());
    String light = "so many deadlines at work";
    assertThat(jokes(playful, light)).isTrue();
    assertThat(jokes(dry, light)).isFalse();
    assertThat(jokes(gentle, light)).isTrue();
    assertThat(jokes(gentle, "my mother died in March")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Compassion-Focused Therapy, MINDFULNESS",
    "Achtsamkeit, MINDFULNESS",
    "正念, MINDFULNESS",
    "Family Systems, SOLUTION_FOCUSED",
    "Systemische Therapie, SOLUTION_FOCUSED",
    "lösungsorientiert, SOLUTION_FOCUSED",
    "terapia centrada en soluciones, SOLUTION_FOCUSED",
    "Psychodynamic, PERSON_CENTRED",
    "integrative, PERSON_CENTRED",
    "Motivational Interviewing, PERSON_CENTRED",
    "terapia cognitivo-conductual, CBT",
    "Kognitive Verhaltenstherapie, CBT",
    "认知行为疗法, CBT",
    "terapia dialéctica conductual, DBT",
    "thérapie d'acceptation et d'engagement, ACT",
    "terapia narrativa, NARRATIVE"
  })
  void otherSchoolsGoByTheNameOfTheNearest(String written, Approach approach) {
    assertThat(Approach.of(written)).contains(approach);
  }

  private boolean jokes(Row row, String text) {
    Talk talk = talk(row);
    for (int turn = 0; turn < 4; turn++) {
      talk.says(text + " ".repeat(turn));
    }
    return talk.answers().stream()
        .anyMatch(it -> it.matches("(?s).*(paid rent|the same day|closing time|a manual for).*"));
  }

  private String about(Row row) {
    Talk talk = talk(row);
    talk.says("hi", "who are you?");
    for (int turn = 0; turn < 4; turn++) {
      talk.says(WORK + " ".repeat(turn));
    }
    return String.join("\n", talk.answers());
  }

  private String voiceIn(Row row) {
    List<Incoming> waiting = List.of(new Incoming(MessageType.TEXT, WORK));
    return new PromptWriter()
        .write(talk(row).request(waiting, Tone.ORDINARY, false))
        .instructions();
  }

  /** After how many answers the first exercise is offered to somebody who worries. */
  private int offeredAt(Row row) {
    Talk talk = talk(row);
    return IntStream.range(0, 8)
        .filter(turn -> talk.says("I worry about it" + " ".repeat(turn)).contains("with me"))
        .findFirst()
        .orElse(-1);
  }

  private long warmLeads(Row row) {
    Talk talk = talk(row);
    List<String> answers = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      answers.add(talk.says(WORK + " ".repeat(turn)));
    }
    return answers.stream()
        .filter(
            it -> it.matches("(?s).*(you're telling me|trusting me|with you in|It means some).*"))
        .count();
  }

  private Talk talk(Row row) {
    return new Talk(companion).with(row.personality());
  }

  private static Row traits(String name, String value) {
    return new Row("Vera", "", "", "", List.of(), "warm", Map.of(name, value), Map.of());
  }

  private static Row areas(String name, String value) {
    return new Row("Vera", "", "", "", List.of(), "warm", Map.of(), Map.of(name, value));
  }

  /** A row as it might have been written by hand. */
  record Row(
      String name,
      String title,
      String description,
      String approach,
      List<String> specialties,
      String style,
      Map<String, String> traits,
      Map<String, String> areas) {
    Personality personality() {
      return new Personality(
          "7", name, title, description, approach, specialties, style, traits, areas);
    }
  }
}
