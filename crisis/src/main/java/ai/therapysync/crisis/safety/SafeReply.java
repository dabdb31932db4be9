package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a person in danger is told: at once, warm, with the lines of their country, and never
 * twice with the same words.
 *
 * <p>The texts stand in {@code SafeReply_xx.properties}. The first message of an incident says all
 * that matters. Later ones are an opening, a next step, something that steadies, from time to time
 * the line again, and a question. The lists of openings, steps and steadying words have lengths
 * without a common divisor, so that the same words come together again only after hundreds of
 * messages. In a medical emergency the emergency number comes first, and the line to talk to
 * someone only later: the cause may be despair.
 */
public final class SafeReply {
  /** How often the line is named again in later messages, by level: every so many messages. */
  private static final int LINE_EVERY_WHEN_HIGH = 3;

  private static final int LINE_EVERY_WHEN_IMMINENT = 2;

  private final CrisisLines lines;
  private final Phrasebook texts;

  public SafeReply(CrisisLines lines) {
    this.lines = lines;
    this.texts = Phrasebook.load(SafeReply.class, "SafeReply");
  }

  /**
   * What a safe reply answers to.
   *
   * @param region the country of the person's number, ISO 3166
   * @param mainRegion the main country of its calling code
   * @param said how many safe replies this incident has had; 0 asks for the first
   */
  public record Moment(
      Language language,
      String region,
      String mainRegion,
      RiskLevel level,
      Category category,
      Subject subject,
      int said) {
    public Moment {
      if (said < 0) {
        throw new IllegalArgumentException("The number of replies said is not negative");
      }
    }
  }

  /** The safe reply for a moment. */
  public String write(Moment moment) {
    Place place = place(moment.language(), moment.region(), moment.mainRegion());
    Theme theme = Theme.of(moment.category(), moment.subject());
    return moment.said() == 0 ? first(moment, place, theme) : later(moment, place, theme);
  }

  /** One sentence that offers the line, for the end of an answer to a concern. */
  public String offer(Language language, String region, String mainRegion) {
    return place(language, region, mainRegion).sentence("offer", Theme.SUICIDE);
  }

  /** The same with the line for this kind of danger, where the place has one. */
  public String offer(
      Language language, String region, String mainRegion, Category kind, Subject subject) {
    return place(language, region, mainRegion).sentence("offer", Theme.of(kind, subject));
  }

  /** The answer to HELP alone: what this is, the crisis line, and "are you safe?". */
  public String helpAnswer(Language language, String region, String mainRegion) {
    Place place = place(language, region, mainRegion);
    return join(
        language,
        List.of(
            texts.say(language, "help.what"),
            place.sentence("lines", Theme.SUICIDE),
            texts.say(language, "help.ask")));
  }

  /** One sentence with the crisis line, for an away message. */
  public String crisisLineSentence(Language language, String region, String mainRegion) {
    return place(language, region, mainRegion).sentence("away", Theme.SUICIDE);
  }

  /** The same with the line for young people; that for all where we know none. */
  public String youngPeopleSentence(Language language, String region, String mainRegion) {
    return place(language, region, mainRegion)
        .young()
        .orElseGet(() -> crisisLineSentence(language, region, mainRegion));
  }

  /**
   * Whether they are safe, in other words each time.
   *
   * @param turn counts how often it has been asked
   */
  public String safetyQuestion(Language language, int turn) {
    return pick(language, "ask.self.", turn);
  }

  /**
   * A gentle, direct question with the offer of the line, for a concern that nobody else answers.
   *
   * @param variant counts the concerns of this conversation, so that words change
   */
  public String concern(
      Language language, String region, String mainRegion, Category category, int variant) {
    return concern(language, region, mainRegion, Theme.of(category, Subject.SELF), variant);
  }

  /** The same for a concern about someone else. */
  public String concernForAnother(
      Language language, String region, String mainRegion, int variant) {
    return concern(language, region, mainRegion, Theme.OTHER, variant);
  }

  private String concern(
      Language language, String region, String mainRegion, Theme theme, int variant) {
    Place place = place(language, region, mainRegion);
    return join(
        language,
        List.of(
            pick(language, "concern.open.", variant),
            place.sentence("offer", theme),
            pick(language, "concern.ask." + theme.word() + ".", variant)));
  }

  private String first(Moment moment, Place place, Theme theme) {
    Language language = moment.language();
    List<String> parts = new ArrayList<>();
    boolean now = moment.level() == RiskLevel.IMMINENT || theme.medical();
    if (now) {
      parts.add(place.now(theme, 0));
    }
    parts.add(texts.say(language, "take." + theme.word()));
    if (!now) {
      parts.add(place.sentence("lines", theme));
    }
    parts.add(texts.say(language, "step." + theme.word()));
    if (now) {
      place.meanwhile(theme).ifPresent(parts::add);
    }
    parts.add(pick(language, "ask." + theme.asks() + ".", 0));
    return join(language, parts);
  }

  private String later(Moment moment, Place place, Theme theme) {
    Language language = moment.language();
    int said = moment.said();
    List<String> parts = new ArrayList<>();
    parts.add(pick(language, "open.", said));
    urgent(moment, place, theme).ifPresent(parts::add);
    parts.add(pick(language, "more." + theme.steps() + ".", said));
    if (theme.steadies()) {
      parts.add(pick(language, "steady.", said));
    }
    reminder(moment, place, theme).ifPresent(parts::add);
    parts.add(pick(language, "ask." + theme.asks() + ".", said));
    return join(language, parts);
  }

  /** While every minute counts: always in a medical emergency, else in every other message. */
  private static Optional<String> urgent(Moment moment, Place place, Theme theme) {
    int said = moment.said();
    if (moment.level() != RiskLevel.IMMINENT) {
      return Optional.empty();
    }
    if (theme.medical()) {
      return Optional.of(place.now(theme, said));
    }
    boolean turn = said % LINE_EVERY_WHEN_IMMINENT == 1;
    return turn
        ? Optional.of(place.now(theme, said / LINE_EVERY_WHEN_IMMINENT + 1))
        : Optional.empty();
  }

  private static Optional<String> reminder(Moment moment, Place place, Theme theme) {
    boolean imminent = moment.level() == RiskLevel.IMMINENT;
    int every = imminent ? LINE_EVERY_WHEN_IMMINENT : LINE_EVERY_WHEN_HIGH;
    int turn = moment.said() / every;
    if (moment.said() % every != 0) {
      return Optional.empty();
    }
    if (!theme.medical() || turn % 2 == 0) {
      return Optional.of(place.again(theme, turn));
    }
    return imminent ? Optional.empty() : Optional.of(place.now(theme, turn));
  }

  private String pick(Language language, String prefix, int turn) {
    List<String> keys = texts.keys(Language.ENGLISH, prefix);
    return texts.say(language, keys.get(Math.floorMod(turn, keys.size())));
  }

  private Place place(Language language, String region, String mainRegion) {
    return new Place(texts, language, lines.forNumberRegion(region, mainRegion));
  }

  static String join(Language language, List<String> parts) {
    return String.join(language == Language.CHINESE ? "" : " ", parts);
  }
}
