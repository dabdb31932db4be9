package ai.therapysync.gateway.console.people;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.reply.OfflineCompanion;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.conversation.Portraits;
import ai.therapysync.persistence.resources.Resource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a person would notice of settings before they are saved. */
public final class Preview {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  private final OfflineCompanion companion = new OfflineCompanion();
  private final InstantSource clock;

  Preview(InstantSource clock) {
    this.clock = clock;
  }

  /** A sentence, and the offline companion's real answer to it; whether there is one now. */
  public record Shown(String language, String sample, String answer, String hours) {}

  /** With this row in place of the one that is kept; empty where the person is gone. */
  Optional<Shown> of(Acting acting, UUID person, Resource resource, ObjectNode row) {
    return Portraits.of(acting, person, resource, row).map(this::shown);
  }

  private Shown shown(Person person) {
    String sample = sample(person.language());
    String answer =
        companion
            .write(
                new ReplyRequest(
                    person,
                    ChannelName.WHATSAPP,
                    List.of(),
                    List.of(new ReplyRequest.Incoming(MessageType.TEXT, sample)),
                    List.of(),
                    List.of(),
                    ReplyRequest.Tone.ORDINARY,
                    false))
            .text();
    return new Shown(person.language().code(), sample, answer, hours(person.settings().hours()));
  }

  private String hours(BusinessHours hours) {
    Instant now = clock.instant();
    if (hours.range().isEmpty()) {
      return "Answers at any hour";
    }
    if (hours.isOpen(now)) {
      return "Open now";
    }
    return "Closed now, opens "
        + DAY_AND_TIME.format(hours.nextOpening(now).atZone(hours.zone()))
        + " ("
        + hours.zone().getId()
        + ")";
  }

  private static String sample(Language language) {
    return switch (language) {
      case ENGLISH -> "I sleep badly and I worry about work all day.";
      case SPANISH -> "Duermo mal y me preocupo todo el día por el trabajo.";
      case PORTUGUESE -> "Durmo mal e preocupo-me o dia todo com o trabalho.";
      case FRENCH -> "Je dors mal et je m'inquiète toute la journée pour mon travail.";
      case GERMAN -> "Ich schlafe schlecht und mache mir den ganzen Tag Sorgen um die Arbeit.";
      case CHINESE -> "我睡得不好，整天为工作担心。";
      case HINDI -> "मुझे ठीक से नींद नहीं आती और मैं दिन भर काम की चिंता करता हूँ।";
      case ARABIC -> "لا أنام جيدا وأقلق بشأن العمل طوال اليوم.";
    };
  }
}
