package ai.therapysync.gateway.console.crises;

import ai.therapysync.gateway.console.page.When;
import ai.therapysync.persistence.resources.CrisisInterventions.Status;
import ai.therapysync.persistence.views.CallList;
import ai.therapysync.persistence.views.CrisisCase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An incident's states and signs, in words for people. */
public final class CrisisWords {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEEE, HH:mm", Locale.ENGLISH);

  private CrisisWords() {}

  /** A status of the schema. */
  public static String status(String word) {
    return switch (word) {
      case "pending" -> "being raised";
      case "notified" -> "contacts are asked";
      case "acknowledged" -> "somebody has it";
      case "unanswered" -> "nobody answers";
      case "resolved" -> "over";
      default -> word.replace('_', ' ');
    };
  }

  /** How it is shown: the badge's class. */
  public static String mood(String status) {
    return switch (status) {
      case "unanswered" -> "danger";
      case "acknowledged" -> "ok";
      case "pending", "notified" -> "warn";
      default -> "";
    };
  }

  /** What may be chosen, by the word that stands in the address. */
  public static Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "All, open first");
    Arrays.stream(Status.values()).forEach(status -> choices.put(status.word(), choice(status)));
    return choices;
  }

  private static String choice(Status status) {
    return status == Status.OPEN
        ? "Open"
        : status(status.word()).substring(0, 1).toUpperCase(Locale.ROOT)
            + status(status.word()).substring(1);
  }

  /** A kind of danger. */
  public static String category(String word) {
    return switch (word) {
      case "suicide" -> "suicide";
      case "self_harm" -> "self-harm";
      case "harm_others" -> "harm to others";
      case "abuse" -> "abuse";
      case "medical" -> "a medical emergency";
      case "psychosis" -> "psychosis";
      default -> word.replace('_', ' ');
    };
  }

  /** A family of phrases, which has a name for its meaning and one for its language. */
  public static String family(String word) {
    return word.replaceFirst("_[a-z]{2}$", "").replace('_', ' ');
  }

  /** Who saw the sign. */
  public static String source(String word) {
    return switch (word) {
      case "phrases" -> "the phrase screen";
      default -> word.replace('_', ' ');
    };
  }

  /** Why a contact isn't offered for a call. */
  public static String whyNot(CallList.Entry contact) {
    return switch (contact.standing()) {
      case MAY_BE_CALLED -> "";
      case MUST_NOT_BE_TOLD -> "Must not be told: the person said so. Number withheld.";
      case NOT_KNOWN_SAFE ->
          "Someone close may be the danger, and this contact isn't marked as safe. Number withheld.";
      case DECLINED -> "They asked not to be a contact. Number withheld.";
    };
  }

  /** What the person's clock shows. */
  public static String localTime(Instant now, ZoneId zone) {
    return LOCAL.format(now.atZone(zone)) + " (" + zone.getId().replace('_', ' ') + ")";
  }

  /** How it stands, in a sentence. */
  public static String standing(CrisisCase incident) {
    String holder = incident.standing().mine() ? "You have" : incident.standing().holder() + " has";
    return switch (incident.standing().state()) {
      case "climbing" ->
          "Contacts are asked one after another: round " + incident.standing().round() + ".";
      case "held" -> incident.standing().holder().isBlank() ? "Somebody has it." : holder + " it.";
      case "unanswered" -> "Nobody is left to ask. It is the operators' turn.";
      case "resolved" -> "It is over.";
      default -> "No ladder belongs to it.";
    };
  }

  /** What is due at the deadline. */
  public static String next(CrisisCase incident) {
    return switch (incident.standing().state()) {
      case "climbing" -> "Next contact";
      case "held" -> "Responder asked again";
      default -> "Next step";
    };
  }

  /** How long until then; empty when it is past. */
  public static Optional<String> until(Instant then, Instant now) {
    Duration left = Duration.between(now, then);
    boolean minutes = left.toMinutes() > 0 && left.toHours() == 0;
    return left.isNegative()
        ? Optional.empty()
        : Optional.of(When.span(left) + (minutes ? " " + left.toSecondsPart() + " s" : ""));
  }

  /** The same for a script that counts. */
  public static long secondsUntil(Instant then, Instant now) {
    return Math.max(0, Duration.between(now, then).toSeconds());
  }

  /** How long it has lasted, or did. */
  public static String lasted(Optional<Instant> from, Optional<Instant> to, Instant now) {
    return from.map(begin -> When.span(Duration.between(begin, to.orElse(now)))).orElse("unknown");
  }
}
