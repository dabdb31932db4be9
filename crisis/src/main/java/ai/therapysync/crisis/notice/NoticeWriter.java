package ai.therapysync.crisis.notice;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.notice.Notice.AnswerPrompt;
import ai.therapysync.crisis.notice.Notice.ContactCheck;
import ai.therapysync.crisis.notice.Notice.ContactCheckAgain;
import ai.therapysync.crisis.notice.Notice.ContactCheckThanks;
import ai.therapysync.crisis.notice.Notice.FamilyAlert;
import ai.therapysync.crisis.notice.Notice.FurtherCry;
import ai.therapysync.crisis.notice.Notice.MovedOn;
import ai.therapysync.crisis.notice.Notice.OperatorAlert;
import ai.therapysync.crisis.notice.Notice.Over;
import ai.therapysync.crisis.notice.Notice.Page;
import ai.therapysync.crisis.notice.Notice.Place;
import ai.therapysync.crisis.notice.Notice.ReachedQuestion;
import ai.therapysync.crisis.notice.Notice.Receipt;
import ai.therapysync.crisis.notice.Notice.SomeoneIsWithIt;
import ai.therapysync.crisis.notice.Notice.WhichOne;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts a notice into words, from {@code Notices_xx.properties}. */
public final class NoticeWriter {
  /** So many minutes are said in hours. */
  private static final int IN_HOURS = 120;

  private final Phrasebook texts = Phrasebook.load(NoticeWriter.class, "Notices");

  /** The words of a notice in a language, for a medium; the subject is for mail alone. */
  public NoticeWords write(Notice notice, Language language, Medium medium) {
    NoticeWords words = words(notice, language, medium);
    return new NoticeWords(polished(words.subject(), language), polished(words.text(), language));
  }

  private NoticeWords words(Notice notice, Language language, Medium medium) {
    return switch (notice) {
      case Page page -> page(page, language, medium);
      case AnswerPrompt prompt ->
          about("prompt", contact(language, prompt.firstName()), language, medium);
      case WhichOne which -> which(which, language, medium);
      case Receipt receipt ->
          about(
              "receipt", contact(language, receipt.firstName(), receipt.link()), language, medium);
      case MovedOn moved -> about("moved", contact(language, moved.firstName()), language, medium);
      case SomeoneIsWithIt taken ->
          about("taken", contact(language, taken.firstName()), language, medium);
      case Over over -> about("over", contact(language, over.firstName()), language, medium);
      case ReachedQuestion question ->
          about(
              "reached",
              contact(language, question.firstName(), question.link()),
              language,
              medium);
      case FurtherCry cry ->
          about("further", contact(language, cry.firstName(), cry.link()), language, medium);
      case Place place -> place(place, language, medium);
      case ContactCheck check ->
          about("check", contact(language, check.firstName(), check.link()), language, medium);
      case ContactCheckAgain again ->
          about("check.again", contact(language, again.firstName()), language, medium);
      case ContactCheckThanks thanks ->
          about(
              thanks.yes() ? "check.yes" : "check.no",
              contact(language, thanks.firstName()),
              language,
              medium);
      case FamilyAlert alert -> family(alert, language, medium);
      case OperatorAlert alert -> operator(alert, language, medium);
    };
  }

  private NoticeWords page(Page page, Language language, Medium medium) {
    Map<String, String> values = contact(language, page.firstName(), page.link());
    String strength = page.strength().name().toLowerCase(Locale.ROOT);
    String opening = texts.say(language, "page." + strength, values);
    values.put("opening", capitalised(opening, language));
    values.put("yes", "1" + page.code().orElse(""));
    values.put("no", "2" + page.code().orElse(""));
    return words(language, "page.subject." + strength, key("page", medium), values);
  }

  private NoticeWords which(WhichOne which, Language language, Medium medium) {
    Map<String, String> values = new HashMap<>();
    values.put("yeses", list(which, language, "1"));
    values.put("noes", list(which, language, "2"));
    return about("which", values, language, medium);
  }

  private String list(WhichOne which, Language language, String digit) {
    List<String> items =
        which.waiting().stream()
            .map(coded ->
                texts.say(
                    language,
                    "which.item",
                    Map.of(
                        "code",
                        digit + coded.code(),
                        "name",
                        name(language, "someone.contact", coded.firstName()))))
            .toList();
    return items.stream()
        .reduce((first, next) ->
            texts.say(language, "which.join", Map.of("first", first, "next", next)))
        .orElse("");
  }

  private NoticeWords place(Place place, Language language, Medium medium) {
    Map<String, String> values = contact(language, place.firstName(), place.link());
    long minutes = Math.max(0, place.ago().toMinutes());
    String span = minutes == 0 ? "now" : minutes < IN_HOURS ? "minutes" : "hours";
    long number = span.equals("hours") ? place.ago().toHours() : minutes;
    values.put("ago", texts.say(language, "ago." + span, Map.of("number", String.valueOf(number))));
    values.put("coordinates", place.fix().coordinates());
    values.put("map", place.fix().map());
    return about("place", values, language, medium);
  }

  private NoticeWords family(FamilyAlert alert, Language language, Medium medium) {
    String critical = alert.critical() ? ".critical" : "";
    return words(
        language,
        "family.subject" + critical,
        key("family", medium) + critical,
        Map.of("name", name(language, "someone.family", alert.firstName())));
  }

  private NoticeWords operator(OperatorAlert alert, Language language, Medium medium) {
    String reason = "operator." + alert.reason().name().toLowerCase(Locale.ROOT);
    return words(
        language,
        "operator.subject",
        key("operator", medium),
        Map.of(
            "reason", texts.say(language, reason),
            "reference", alert.reference(),
            "link", alert.link()));
  }

  private NoticeWords about(
      String kind, Map<String, String> values, Language language, Medium medium) {
    return words(language, kind + ".subject", key(kind, medium), values);
  }

  private NoticeWords words(
      Language language, String subject, String text, Map<String, String> values) {
    return new NoticeWords(texts.say(language, subject, values), texts.say(language, text, values));
  }

  private Map<String, String> contact(Language language, String firstName, String link) {
    Map<String, String> values = contact(language, firstName);
    values.put("link", link);
    return values;
  }

  private Map<String, String> contact(Language language, String firstName) {
    Map<String, String> values = new HashMap<>();
    values.put("name", name(language, "someone.contact", firstName));
    values.put("named", firstName.isBlank() ? "no" : "yes");
    return values;
  }

  private String name(Language language, String none, String firstName) {
    return firstName.isBlank() ? texts.say(language, none) : firstName.strip();
  }

  private static String key(String kind, Medium medium) {
    return switch (medium) {
      case MESSAGE -> kind + ".message";
      case MAIL -> kind + ".mail";
    };
  }

  private static String polished(String text, Language language) {
    // A space sets a Latin name off from Chinese characters; between two of these none belongs.
    return capitalised(text, language).replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
  }

  /** A text may begin with a phrase that stands for a missing name; a link stays as it is. */
  private static String capitalised(String text, Language language) {
    if (text.isEmpty() || text.startsWith("http")) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(language.locale()) + text.substring(end);
  }
}
