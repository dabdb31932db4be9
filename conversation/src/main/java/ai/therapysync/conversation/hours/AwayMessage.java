package ai.therapysync.conversation.hours;

import ai.therapysync.conversation.delivery.Gsm;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;

/** What is said once in a closed period: when an answer comes, and whom to call before that. */
public final class AwayMessage {
  private final Phrasebook texts = Phrasebook.load(AwayMessage.class, "away");

  /**
   * The text in the person's language.
   *
   * @param firstName empty when it is not known
   * @param zone the zone that the opening time is told in; it is named
   * @param crisisLineSentence whom to call now, a whole sentence in that language
   */
  public String write(
      Language language,
      String firstName,
      Instant opening,
      ZoneId zone,
      String crisisLineSentence) {
    Map<String, String> values =
        Map.of(
            "name", firstName.strip(),
            "known", firstName.isBlank() ? "no" : "yes",
            "time", time(language, opening, zone),
            "line", crisisLineSentence.strip());
    return Gsm.plain(texts.say(language, "away", values)).strip();
  }

  /** Digits are Latin ones everywhere: it is what telephones and clocks of the readers show. */
  private static String time(Language language, Instant opening, ZoneId zone) {
    ULocale locale = ULocale.forLocale(language.locale()).setKeywordValue("numbers", "latn");
    DateFormat format = DateFormat.getInstanceForSkeleton("EEEEjmmv", locale);
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format.format(Date.from(opening));
  }
}
