package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people whose profiles differ in one column only are not answered the same. */
class CultureIsHeardTest {
  private static final String FAMILY = "my parents decide everything in my family";
  private static final Profile PLAIN =
      new Profile("", "individual", "direct", false, "", List.of(), List.of());
  private static final Profile FAITHFUL =
      new Profile("", "individual", "direct", true, "", List.of(), List.of());

  private final OfflineCompanion companion = new OfflineCompanion();

  static Stream<Arguments> columns() {
    return Stream.of(
        Arguments.of(
            "cultural_background",
            PLAIN,
            new Profile("Lebanese", "individual", "direct", false, "", List.of(), List.of())),
        Arguments.of(
            "family_structure",
            PLAIN,
            new Profile("", "joint family", "direct", false, "", List.of(), List.of())),
        Arguments.of(
            "communication_style",
            PLAIN,
            new Profile("", "individual", "indirect", false, "", List.of(), List.of())),
        Arguments.of("religious_considerations", PLAIN, FAITHFUL),
        Arguments.of(
            "religious_details",
            FAITHFUL,
            new Profile("", "individual", "direct", true, "Maronite", List.of(), List.of())),
        Arguments.of(
            "therapy_approach_preferences",
            PLAIN,
            new Profile("", "individual", "direct", false, "", List.of("narrative"), List.of())),
        Arguments.of(
            "cultural_sensitivities",
            PLAIN,
            new Profile("", "individual", "direct", false, "", List.of(), List.of("my parents"))));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyColumnChangesThePromptAndTheOfflineAnswers(String column, Profile one, Profile other) {
    assertThat(cultureIn(other)).as(column).isNotEqualTo(cultureIn(one));
    assertThat(said(other, FAMILY, 4)).as(column).isNotEqualTo(said(one, FAMILY, 4));
  }

  @Test
  void theFirstLanguageIsTheOneThatTheyAreAnsweredIn() {
    Language chosen = PersonLanguage.choose(Optional.of("en"), Optional.of("es"));
    assertThat(new Talk(companion).in(chosen).says("no puedo dormir")).contains("¿");
    Talk talk =
        new Talk(companion)
            .of(
                new Culture(
                    Optional.of(Language.SPANISH), "", "", "", false, "", List.of(), List.of()));
    assertThat(prompt(talk)).contains("First language: Spanish");
  }

  @Test
  void whereTheyComeFromIsAskedOnceAndNeverTold() {
    Profile lebanese =
        new Profile("Lebanese", "individual", "direct", false, "", List.of(), List.of());
    String said = said(lebanese, FAMILY, 8);
    assertThat(said).containsOnlyOnce("where your roots are").doesNotContain("Leban");
    assertThat(said(lebanese, "my grandmother died in March", 1))
        .contains("about your grandmother");
    assertThat(said(lebanese, "my grandmother died in March", 4)).contains("people mourn");
    assertThat(said(lebanese, "my exam is next week", 6)).doesNotContain("roots");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "n/a", "prefer not to say", "Unknown"})
  void whoHasNotSaidWhereTheyComeFromIsNotAsked(String background) {
    Profile silent =
        new Profile(background, "individual", "direct", false, "", List.of(), List.of());
    assertThat(said(silent, FAMILY, 6)).doesNotContain("roots");
  }

  @Test
  void faithIsAskedAboutInTheirWordsOnceAndOnlyWhereItMatters() {
    Profile maronite =
        new Profile(
            "",
            "individual",
            "direct",
            true,
            "Maronite, fasts before Easter",
            List.of(),
            List.of());
    Profile hidden =
        new Profile("", "individual", "direct", false, "Maronite", List.of(), List.of());
    assertThat(said(maronite, "I feel so sad and empty", 8))
        .containsOnlyOnce("your faith")
        .containsOnlyOnce("\"Maronite, fasts before Easter\"");
    assertThat(said(FAITHFUL, "I feel so sad and empty", 8)).containsOnlyOnce("faith");
    assertThat(said(hidden, "I feel so sad and empty", 8)).doesNotContain("faith", "Maronite");
  }

  @Test
  void aFaithThatIsToldAtLengthIsNotQuoted() {
    Profile devout =
        new Profile(
            "", "individual", "direct", true, "and so on ".repeat(30), List.of(), List.of());
    assertThat(said(devout, "I feel so sad and empty", 6))
        .contains("faith")
        .doesNotContain("and so on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "single parent",
        "Single-mother household",
        "alleinerziehend",
        "单亲",
        "monoparental"
      })
  void whoHasOneParentHearsThatItRestsOnFewShoulders(String structure) {
    Profile alone = new Profile("", structure, "direct", false, "", List.of(), List.of());
    assertThat(said(alone, "it is hard with my kids at home", 1)).contains("few shoulders", "load");
    assertThat(said(alone, "my boss shouts at me", 3)).doesNotContain("shoulders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extended", "Großfamilie", "familia extendida", "大家庭", "संयुक्त परिवार"})
  void aLargeFamilyIsAskedAboutClosenessFirstInWhateverLanguageItIsWritten(String structure) {
    Profile large = new Profile("", structure, "direct", false, "", List.of(), List.of());
    assertThat(said(large, FAMILY, 1)).contains("Who in the family");
    assertThat(said(large, FAMILY, 6)).doesNotContain("limit");
  }

  @Test
  void whoLikesItFormalIsToldNoJokes() {
    Profile formal = new Profile("", "individual", "formal", false, "", List.of(), List.of());
    Talk playful = talk(formal).with(Talk.voice("Ada", "CBT", "playful"));
    Talk other = talk(PLAIN).with(Talk.voice("Ada", "CBT", "playful"));
    String joke = "(?s).*(paid rent|the same day|closing time|a manual for).*";
    assertThat(playful.says("so many deadlines at work")).doesNotMatch(joke);
    assertThat(other.says("so many deadlines at work")).matches(joke);
  }

  @Test
  void whoLikesItIndirectIsAskedSoftlyAlsoByADirectVoice() {
    Profile indirect =
        new Profile("", "individual", "high-context, indirect", false, "", List.of(), List.of());
    assertThat(talk(indirect).with(Talk.voice("Ada", "CBT", "direct")).says("work is too much"))
        .containsAnyOf("If you feel like", "Only if", "I wonder", "Perhaps we");
  }

  @Test
  void whatIsSparedIsHandledWithCareWhenTheyBringItUp() {
    Profile spared =
        new Profile("", "individual", "direct", false, "", List.of(), List.of("divorce"));
    assertThat(said(spared, "the divorce still hurts", 1)).contains("carefully");
    assertThat(said(spared, "my boss shouts at me", 3)).doesNotContain("careful");
    Talk talk = talk(spared);
    for (int turn = 0; turn < 3; turn++) {
      talk.says("I argue with my husband" + " ".repeat(turn));
    }
    assertThat(talk.says("the divorce comes back to me")).doesNotContain("Shall we");
    Profile war = new Profile("", "individual", "direct", false, "", List.of(), List.of("war"));
    assertThat(said(war, "I dreamt of the war", 1)).contains("carefully");
    assertThat(said(war, "I dreamt of a warm sea", 3)).doesNotContain("careful");
    assertThat(said(PLAIN, "the divorce still hurts", 3)).doesNotContain("careful");
  }

  @Test
  void whatTheyPreferComesBeforeTheVoicesOwn() {
    Profile mindful =
        new Profile("", "individual", "direct", false, "", List.of("mindfulness"), List.of());
    Talk talk = talk(mindful).with(Talk.voice("Ada", "CBT", "warm"));
    assertThat(talk.says("work is too much")).contains("in your body");
    talk.says("it goes on and on at work");
    assertThat(talk.says("my boss again")).contains("went through your mind");
  }

  private String said(Profile profile, String text, int turns) {
    Talk talk = talk(profile);
    for (int turn = 0; turn < turns; turn++) {
      talk.says(text + " ".repeat(turn));
    }
    return String.join("\n", talk.answers());
  }

  private String cultureIn(Profile profile) {
    return prompt(talk(profile));
  }

  private static String prompt(Talk talk) {
    List<Incoming> waiting = List.of(new Incoming(MessageType.TEXT, FAMILY));
    return new PromptWriter().write(talk.request(waiting, Tone.ORDINARY, false)).instructions();
  }

  private Talk talk(Profile profile) {
    return new Talk(companion).of(profile.culture());
  }

  /** A row as it might have been written by hand. */
  record Profile(
      String background,
      String family,
      String style,
      boolean faith,
      String faithDetails,
      List<String> approaches,
      List<String> sensitivities) {
    Culture culture() {
      return new Culture(
          Optional.empty(),
          background,
          family,
          style,
          faith,
          faithDetails,
          approaches,
          sensitivities);
    }
  }
}
