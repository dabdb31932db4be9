package ai.therapysync.gateway.console.escalation;

import ai.therapysync.crisis.escalation.Rehearsal.Beat;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Effect.Purpose;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.ContactId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a rehearsed ladder does, said in sentences. */
final class PlanWords {
  private final Map<ContactId, String> names;

  /** With what the contacts are called. */
  PlanWords(Map<ContactId, String> names) {
    this.names = Map.copyOf(names);
  }

  /** How long after the cry: {@code 05:00}, {@code 1:05:00}, {@code 3 days 2 h}. */
  static String at(Duration after) {
    if (after.compareTo(Duration.ofDays(1)) >= 0) {
      long days = after.toDays();
      return days
          + (days == 1 ? " day" : " days")
          + (after.toHoursPart() > 0 ? " " + after.toHoursPart() + " h" : "");
    }
    return after.toHours() > 0
        ? "%d:%02d:%02d".formatted(after.toHours(), after.toMinutesPart(), after.toSecondsPart())
        : "%02d:%02d".formatted(after.toMinutes(), after.toSecondsPart());
  }

  /** Everything of a moment, one sentence each; steps that nobody notices are left out. */
  List<String> of(Beat beat) {
    List<String> sentences = new ArrayList<>();
    for (Effect effect : beat.effects()) {
      if (effect instanceof Effect.Happened happened) {
        happened(beat, happened).ifPresent(sentences::add);
      }
    }
    told(beat, Purpose.PAGE)
        .forEach((contact, ways) ->
            sentences.add(
                name(contact) + " is asked to come, by " + String.join(" and ", ways) + "."));
    family(beat).ifPresent(sentences::add);
    told(beat, Purpose.RECEIPT)
        .forEach(
            (contact, _) -> sentences.add(name(contact) + " is thanked, and told what to do."));
    told(beat, Purpose.QUESTION)
        .forEach((contact, _) ->
            sentences.add(name(contact) + " is asked whether they reached the person."));
    if (!told(beat, Purpose.STANDING).isEmpty()) {
      sentences.add("Those who were asked hear how it stands.");
    }
    for (Effect effect : beat.effects()) {
      if (effect instanceof Effect.AlarmOperators alarm) {
        sentences.add("Operators are alarmed: " + reason(alarm.reason()) + ".");
      }
      if (effect instanceof Effect.AskPerson) {
        sentences.add("The person is asked how they are.");
      }
      if (effect instanceof Effect.Close) {
        sentences.add("The incident ends.");
      }
    }
    return sentences;
  }

  private Optional<String> happened(Beat beat, Effect.Happened happened) {
    return switch (happened.what()) {
      case "contact_said_yes" ->
          Optional.of(
              who(happened)
                  + (reached(beat)
                      ? " says that they reached the person."
                      : " says yes, and has it."));
      case "person_safe" -> Optional.of("The person says that they are safe.");
      case "round_started" ->
          Optional.of("Round " + happened.details().getOrDefault("round", "") + " begins.");
      default -> Optional.empty();
    };
  }

  private String who(Effect.Happened happened) {
    return Optional.ofNullable(happened.details().get("contact"))
        .map(id -> name(new ContactId(UUID.fromString(id))))
        .orElse("A contact");
  }

  private static boolean reached(Beat beat) {
    return beat.effects().stream()
        .anyMatch(effect ->
            effect instanceof Effect.Happened happened && happened.what().equals("reached"));
  }

  private static Optional<String> family(Beat beat) {
    long households =
        beat.effects().stream().filter(Effect.AlertHousehold.class::isInstance).count();
    Set<Object> people = new LinkedHashSet<>();
    sends(beat, Purpose.FAMILY_ALERT)
        .forEach(send -> {
          switch (send.recipient()) {
            case Recipient.FamilyPhone phone -> people.add(phone.member());
            case Recipient.FamilyMail mail -> people.add(mail.member());
            case Recipient.ContactPhone _, Recipient.ContactMail _, Recipient.OperatorMail _ -> {}
          }
        });
    return households == 0
        ? Optional.empty()
        : Optional.of(
            (households == 1 ? "The household is alerted" : households + " households are alerted")
                + (people.size() == 1
                    ? ": one member hears of it."
                    : ": " + people.size() + " members hear of it."));
  }

  private static Map<ContactId, Set<String>> told(Beat beat, Purpose purpose) {
    Map<ContactId, Set<String>> ways = new LinkedHashMap<>();
    sends(beat, purpose)
        .forEach(send -> {
          switch (send.recipient()) {
            case Recipient.ContactPhone phone ->
                ways.computeIfAbsent(phone.contact(), _ -> new LinkedHashSet<>()).add("SMS");
            case Recipient.ContactMail mail ->
                ways.computeIfAbsent(mail.contact(), _ -> new LinkedHashSet<>()).add("mail");
            case Recipient.FamilyPhone _, Recipient.FamilyMail _, Recipient.OperatorMail _ -> {}
          }
        });
    return ways;
  }

  private static Stream<Effect.Send> sends(Beat beat, Purpose purpose) {
    return beat.effects().stream()
        .flatMap(effect -> effect instanceof Effect.Send send ? Stream.of(send) : Stream.empty())
        .filter(send -> send.purpose() == purpose);
  }

  private String name(ContactId contact) {
    return names.getOrDefault(contact, "A contact");
  }

  private static String reason(Notice.Reason reason) {
    return switch (reason) {
      case UNANSWERED -> "nobody has it";
      case ESCALATION_OFF -> "this person has switched the calling of contacts off";
      case BELOW_POLICY -> "contacts are asked only in graver danger";
      case DANGER_AT_HOME -> "someone close may be the danger, only contacts marked safe are asked";
      case CHECK_IN_SILENT -> "the person has not answered";
      case NOBODY_REACHED -> "no contact could be reached";
      default -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
