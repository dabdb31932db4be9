package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.Choices.Choice;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.conversation.message.Tap;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.onboarding.Application;
import ai.therapysync.conversation.onboarding.Onboarding;
import ai.therapysync.conversation.onboarding.Reaction;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.conversation.practice.Practice;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rule 29: whatever is asked, Meta's limits hold, and every answer can be seen in whole. */
final class MetaInteractiveTest {
  private static final UUID OFFER = UUID.fromString("5a0c3f0e-9a1b-4c2d-8e3f-a0b1c2d3e4f5");

  private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

  private final QuickAnswers quick = new QuickAnswers();

  @Test
  void threeShortAnswersAreButtonsWhoseIdsAreTheTypedAnswers() {
    JsonNode shown = shown("Are you safe right now?", quick.safety(Language.ENGLISH)).orElseThrow();
    assertThat(shown.path("type").asText()).isEqualTo("button");
    assertThat(shown.path("body").path("text").asText()).isEqualTo("Are you safe right now?");
    assertThat(shown.findValuesAsText("title")).containsExactly("I'm safe", "I need help");
    assertThat(shown.findValuesAsText("id").stream().map(Tap::of))
        .containsExactly(
            new Tap(Optional.of(OFFER), "I'm safe"),
            new Tap(Optional.of(OFFER), "No, I need help"));
  }

  @Test
  void moreAnswersAreAListThatIsOpenedInThePersonsLanguage() {
    JsonNode mood = shown("Wie geht es dir?", quick.figures(Language.GERMAN, 1, 10)).orElseThrow();
    assertThat(mood.path("type").asText()).isEqualTo("list");
    assertThat(mood.path("action").path("button").asText()).isEqualTo("Ausw\u00E4hlen");
    assertThat(mood.findValuesAsText("title"))
        .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).toList());
    Choices scale =
        quick.scale(
            Language.GERMAN,
            List.of(
                "\u00FCberhaupt nicht",
                "an einzelnen Tagen",
                "an mehr als der H\u00E4lfte der Tage",
                "beinahe jeden Tag"));
    JsonNode item = shown("1/9", scale).orElseThrow();
    assertThat(item.findValuesAsText("title")).containsExactly("0", "1", "2", "3");
    assertThat(item.findValuesAsText("description"))
        .contains("an mehr als der H\u00E4lfte der Tage");
  }

  @Test
  void aLongAnswerStandsInTheTextAndTheButtonCarriesItsNumber() {
    Choices choices =
        new Choices(
            "Choose",
            List.of(
                new Choice("yes", "Yes, begin with the first of them"), new Choice("no", "No")));
    JsonNode shown = shown("Shall we?", choices).orElseThrow();
    assertThat(shown.findValuesAsText("title")).containsExactly("1", "2");
    assertThat(shown.path("body").path("text").asText())
        .isEqualTo("Shall we?\n1 Yes, begin with the first of them\n2 No");
  }

  @Test
  void whatDoesNotFitIsPlainText() {
    assertThat(shown("a".repeat(1_025), quick.yesNo(Language.ENGLISH))).isEmpty();
    assertThat(shown("a".repeat(1_024), quick.yesNo(Language.ENGLISH))).isPresent();
    assertThat(shown("?", quick.figures(Language.ENGLISH, 0, 10))).isEmpty();
  }

  @Test
  void theLimitsHoldForOurAnswersInEveryLanguage() {
    for (Language language : Language.values()) {
      for (Choices choices :
          List.of(
              quick.yesNo(language),
              quick.yesLater(language),
              quick.safety(language),
              quick.safetyOfAnother(language),
              quick.figures(language, 1, 10))) {
        JsonNode shown = shown("?", choices).orElseThrow();
        holds(shown, choices);
        assertThat(shown.findValuesAsText("title"))
            .isEqualTo(choices.all().stream().map(Choice::label).toList());
      }
    }
  }

  @Test
  void everyItemOfTheQuestionnairesHasAListInEveryLanguage() {
    Practice practice = Practice.standard();
    for (Language language : Language.values()) {
      for (String questionnaire : List.of("PHQ-9", "GAD-7")) {
        Optional<Step> step = practice.take(occasion(language, questionnaire, Optional.empty()));
        while (step.flatMap(Step::asks).isPresent()) {
          Step item = step.get();
          Choices choices = item.choices().orElseThrow();
          JsonNode shown = shown(item.text(), choices).orElseThrow();
          holds(shown, choices);
          assertThat(shown.path("type").asText()).isEqualTo("list");
          assertThat(shown.path("body").path("text").asText()).isEqualTo(item.text());
          step = practice.take(occasion(language, "0", item.asks()));
        }
      }
    }
  }

  @Test
  void whoIsInDangerAndWhoIsNewHasButtonsInEveryLanguage() {
    SafeReply words = new SafeReply(CrisisLines.load());
    for (Language language : Language.values()) {
      for (Category category : Category.values()) {
        for (int said = 0; said < 12; said++) {
          SafeReply.Moment moment =
              new SafeReply.Moment(
                  language, "US", "US", RiskLevel.IMMINENT, category, Subject.SELF, said);
          assertThat(shown(words.write(moment), quick.safety(language))).isPresent();
        }
      }
      Application stranger =
          new Application(
              Application.Step.CONSENT, language, true, 0, Optional.empty(), Optional.empty());
      assertThat(new Onboarding(18).late(stranger))
          .isInstanceOfSatisfying(
              Reaction.Says.class,
              says -> assertThat(shown(says.text(), says.choices().orElseThrow())).isPresent());
    }
  }

  private static Occasion occasion(Language language, String words, Optional<Asked> asked) {
    Person person =
        new Person(
            new PersonId(OFFER),
            "Maya",
            language,
            "US",
            ZoneOffset.UTC,
            Settings.standard(),
            Personality.standard(),
            Culture.standard());
    return new Occasion(person, words, asked, Work.nothing(), Climate.clear(), NOON);
  }

  @Test
  void theLimitsHoldForAnyAnswers() {
    Random random = new Random(29);
    for (int i = 0; i < 2_000; i++) {
      Choices choices = any(random);
      shown("q".repeat(1 + random.nextInt(1_100)), choices)
          .ifPresent(shown -> holds(shown, choices));
    }
  }

  private static void holds(JsonNode shown, Choices choices) {
    boolean list = shown.path("type").asText().equals("list");
    String body = shown.path("body").path("text").asText();
    List<String> titles = shown.findValuesAsText("title");
    List<String> ids = shown.findValuesAsText("id");
    assertThat(body).isNotBlank().hasSizeLessThanOrEqualTo(1_024);
    assertThat(titles).hasSizeLessThanOrEqualTo(list ? 10 : 3).hasSameSizeAs(choices.all());
    assertThat(new HashSet<>(titles)).hasSameSizeAs(titles);
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(titles)
        .allSatisfy(title -> assertThat(title).isNotBlank().hasSizeLessThan(list ? 25 : 21));
    assertThat(ids).allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(200));
    assertThat(shown.findValuesAsText("description"))
        .allSatisfy(words -> assertThat(words).isNotBlank().hasSizeLessThanOrEqualTo(72));
    if (list) {
      assertThat(shown.path("action").path("button").asText())
          .isNotBlank()
          .hasSizeLessThanOrEqualTo(20);
    }
    String all = body + titles + shown.findValuesAsText("description");
    for (Choice choice : choices.all()) {
      assertThat(all).contains(choice.label()).contains(choice.detail());
      assertThat(choices.meant(titles.get(choices.all().indexOf(choice)))).contains(choice);
      assertThat(Tap.of(ids.get(choices.all().indexOf(choice))).answer())
          .isEqualTo(choice.answer());
    }
  }

  private static Choices any(Random random) {
    List<Choice> all = new ArrayList<>();
    int size = 1 + random.nextInt(random.nextBoolean() ? 4 : Choices.MOST);
    while (all.size() < size) {
      String label = "x" + all.size() + words(random, random.nextBoolean() ? 8 : 90);
      all.add(new Choice(label, label, words(random, random.nextBoolean() ? 0 : 90)));
    }
    while (!Choices.fit(all)) {
      all.removeLast();
    }
    return new Choices("Choose", all);
  }

  private static String words(Random random, int longest) {
    String letters = "abc d\u00E4\u4F60\u0623";
    return random
        .ints(longest == 0 ? 0 : random.nextInt(longest), 0, letters.length())
        .mapToObj(at -> letters.substring(at, at + 1))
        .collect(Collectors.joining())
        .strip();
  }

  private static Optional<JsonNode> shown(String text, Choices choices) {
    return MetaInteractive.of(text, new Offer(OFFER, choices)).map(node -> node);
  }
}
