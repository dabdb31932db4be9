package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.people.ContactCheck;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.safety.CrisisLines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a contact's page from {@code Respond_xx.properties}: HTML without a script. */
final class PageWriter {
  private static final List<String> STEPS =
      List.of("step.call", "step.go", "step.stay", "step.emergency");

  private static final int MINUTES = 60;

  /** So many minutes are said in hours. */
  private static final int IN_HOURS = 120;

  private final Phrasebook texts = Phrasebook.load(PageWriter.class, "Respond");
  private final CrisisLines lines;

  PageWriter(CrisisLines lines) {
    this.lines = lines;
  }

  /**
   * The page of an incident.
   *
   * @param choose whether the last answer was none that we know
   */
  String scene(Scene scene, Situation situation, boolean choose) {
    PersonInCare person = situation.person();
    Language language = person.language();
    Map<String, String> values = Map.of("name", name(person));
    StringBuilder body = new StringBuilder();
    body.append(
        Html.element("h1", capitalised(say(language, scene.word() + ".head", values), language)));
    if (choose && scene.answers().size() > 1) {
      body.append(choose(language));
    }
    body.append(
        Html.element("p", capitalised(say(language, scene.word() + ".lead", values), language)));
    body.append(form(scene, language));
    if (scene.hasIt()) {
      situation.placeForResponder().ifPresent(fix -> body.append(place(fix, situation)));
    }
    if (scene.steps()) {
      body.append(steps(person));
    }
    body.append("<p class=\"small\">")
        .append(Html.escaped(say(language, "discreet", Map.of())))
        .append("</p>");
    return document(language, body.toString());
  }

  /**
   * Whether they may be called on, or what they have answered.
   *
   * @param choose whether the last answer was none that we know
   */
  String check(ContactCheck check, boolean choose) {
    Language language = check.person().language();
    String state = check.declined() ? "declined" : check.verified() ? "ready" : "check";
    Map<String, String> values = named(check.person());
    StringBuilder body = new StringBuilder();
    body.append(Html.element("h1", say(language, state + ".head", values)));
    if (choose) {
      body.append(choose(language));
    }
    body.append(Html.element("p", say(language, state + ".lead", values)));
    body.append("<form method=\"post\">");
    for (String answer : List.of("yes", "no")) {
      if (texts.has(language, state + "." + answer)) {
        body.append(Html.button(answer, say(language, state + "." + answer, Map.of())));
      }
    }
    return document(language, body.append("</form>").toString());
  }

  private static Map<String, String> named(PersonInCare person) {
    String name = person.firstName().strip();
    return Map.of(
        "named", name.isEmpty() ? "no" : "yes", "name", Html.isolated(name, person.language()));
  }

  private String choose(Language language) {
    return "<p class=\"choose\" role=\"alert\">"
        + Html.escaped(say(language, "choose", Map.of()))
        + "</p>";
  }

  /** It is over, or not for this reader any more; it does not say why. */
  String gone(Language language) {
    return plain(language, "gone");
  }

  /** We never gave out such an address. */
  String missing(Language language) {
    return plain(language, "missing");
  }

  private String plain(Language language, String key) {
    return document(
        language,
        Html.element("h1", say(language, key + ".head", Map.of()))
            + Html.element("p", say(language, key + ".lead", Map.of())));
  }

  private String form(Scene scene, Language language) {
    if (scene.answers().isEmpty()) {
      return "";
    }
    StringBuilder form = new StringBuilder("<form method=\"post\">");
    form.append("<input type=\"hidden\" name=\"question\" value=\"")
        .append(scene.word())
        .append("\">");
    for (String answer : scene.answers()) {
      form.append(Html.button(answer, say(language, scene.word() + "." + answer, Map.of())));
    }
    return form.append("</form>").toString();
  }

  /** The coordinates as one reads them out, and where a map of them opens. */
  private String place(Fix fix, Situation situation) {
    Language language = situation.person().language();
    long minutes = Math.max(0, Duration.between(fix.at(), situation.now()).toMinutes());
    String span = minutes == 0 ? "now" : minutes < IN_HOURS ? "minutes" : "hours";
    long number = span.equals("hours") ? minutes / MINUTES : minutes;
    String ago = say(language, "place." + span, Map.of("number", String.valueOf(number)));
    String lead = say(language, "place.lead", Map.of("name", name(situation.person()), "ago", ago));
    return "<section>"
        + Html.element("h2", say(language, "place.head", Map.of()))
        + Html.element("p", capitalised(lead, language))
        + "<p class=\"place\" dir=\"ltr\">%s</p>".formatted(Html.escaped(fix.coordinates()))
        + "<a class=\"map\" href=\"%s\" rel=\"noopener noreferrer\">"
            .formatted(Html.escaped(fix.map()))
        + Html.escaped(say(language, "place.map", Map.of()))
        + "</a></section>";
  }

  private String steps(PersonInCare person) {
    Language language = person.language();
    Optional<String> number =
        lines.forNumberRegion(person.region(), person.mainRegion()).emergency();
    Map<String, String> values =
        Map.of("known", number.isPresent() ? "yes" : "no", "number", number.orElse(""));
    StringBuilder list = new StringBuilder("<section>");
    list.append(Html.element("h2", say(language, "steps", Map.of()))).append("<ol>");
    STEPS.forEach(step -> list.append(Html.element("li", say(language, step, values))));
    list.append("</ol>");
    number.ifPresent(known ->
        list.append("<a class=\"dial\" href=\"tel:%s\">".formatted(digits(known)))
            .append(Html.escaped(say(language, "dial", values)))
            .append("</a>"));
    return list.append("</section>").toString();
  }

  private String document(Language language, String body) {
    return Html.document(language, say(language, "tab", Map.of()), body);
  }

  private String name(PersonInCare person) {
    String name = person.firstName().strip();
    if (name.isEmpty()) {
      return say(person.language(), "someone", Map.of());
    }
    return Html.isolated(name, person.language());
  }

  private String say(Language language, String key, Map<String, String> values) {
    return texts.say(language, key, values);
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9+]", "");
  }

  /** A text may begin with the words that stand for a missing name. */
  private static String capitalised(String text, Language language) {
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(language.locale()) + text.substring(end);
  }
}
