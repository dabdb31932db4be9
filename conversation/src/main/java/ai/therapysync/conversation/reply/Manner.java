package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to talk with this person: their chosen voice and their culture, brought together.
 *
 * @param approaches never empty; what the person's culture prefers comes before the voice's own
 * @param strengths the themes that the voice is for
 */
record Manner(
    List<Approach> approaches, Style style, Traits traits, Strengths strengths, Customs customs) {
  /** How many answers lie between two offers of an exercise. */
  private static final int BETWEEN_OFFERS = 3;

  static Manner of(Person person, Listener listener) {
    Culture culture = person.culture();
    Personality voice = person.personality();
    Traits traits = new Traits(voice.traits());
    return new Manner(
        approaches(culture, voice),
        style(voice, traits),
        traits,
        Strengths.of(person, listener),
        Customs.of(culture));
  }

  private static List<Approach> approaches(Culture culture, Personality voice) {
    List<Approach> approaches =
        new ArrayList<>(
            Stream.concat(culture.approachPreferences().stream(), Stream.of(voice.approach()))
                .flatMap(written -> Approach.of(written).stream())
                .distinct()
                .toList());
    if (approaches.isEmpty()) {
      approaches.add(Approach.PERSON_CENTRED);
    }
    return List.copyOf(approaches);
  }

  /** The style's own word decides; where it says nothing special, a strong trait does. */
  private static Style style(Personality voice, Traits traits) {
    Style written = Style.of(voice.communicationStyle());
    return written == Style.WARM ? traits.strongest().orElse(written) : written;
  }

  /**
   * What the next answer begins with: every other time, so that a manner does not become a
   * mannerism; in between only where a trait is strong.
   *
   * @param light whether a joke can't hurt
   */
  Optional<Style> lead(int turns, boolean light) {
    boolean jokes = light && !customs.formal() && traits.humour() != Degree.LOW;
    if (turns % 2 == 0) {
      Style fitting = style == Style.HUMOROUS && !jokes ? Style.WARM : style;
      boolean cool = traits.warmth() == Degree.LOW && !fitting.isMatterOfFact();
      return cool ? Optional.empty() : Optional.of(fitting);
    }
    if (jokes && traits.humour() == Degree.HIGH && style != Style.HUMOROUS) {
      return Optional.of(Style.HUMOROUS);
    }
    return traits.warmth() == Degree.HIGH ? Optional.of(Style.WARM) : Optional.empty();
  }

  /** Whether we come to the point without naming feelings first. */
  boolean isTerse() {
    return style == Style.DIRECT || traits.directness() == Degree.HIGH;
  }

  /** Whether questions are softened; what the person likes goes before how the voice is. */
  boolean isSoft() {
    return customs.indirect() || traits.directness() == Degree.LOW;
  }

  /** Whether there is time for what stands beside the matter. */
  boolean isUnhurried() {
    return traits.pace() == Degree.LOW;
  }

  /** Whether it is time to offer an exercise for this theme. */
  boolean isTimeToOffer(int turns, String theme) {
    int pace =
        switch (traits.pace()) {
          case LOW -> BETWEEN_OFFERS * 2;
          case MIDDLE -> BETWEEN_OFFERS;
          case HIGH -> BETWEEN_OFFERS - 1;
        };
    int rhythm = strengths.isEffectiveIn(theme) ? Math.max(2, pace - 1) : pace;
    return turns >= rhythm && turns % rhythm == 0;
  }
}
