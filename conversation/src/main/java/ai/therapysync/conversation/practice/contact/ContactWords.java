package ai.therapysync.conversation.practice.contact;

import ai.therapysync.conversation.occasion.Circle;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers.Entry;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said about emergency contacts. */
final class ContactWords {
  private static final String SKILL = "contacts";

  private final Phrasebook texts = Phrasebook.load(ContactWords.class, "contacts");

  Step says(Occasion occasion, String key) {
    return says(occasion, key, Map.of());
  }

  Step says(Occasion occasion, String key, Map<String, String> values) {
    return Step.says(SKILL, texts.say(occasion.language(), key, values));
  }

  /** Each of them, to choose from. */
  List<Entry> entries(Circle circle) {
    return circle.contacts().stream()
        .map(contact ->
            new Entry(
                contact.name(),
                Stream.of(contact.relationship(), contact.way())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "))))
        .toList();
  }

  /** A line for each. */
  String listed(Circle circle) {
    return circle.contacts().stream()
        .map(contact ->
            Stream.of(contact.name(), contact.relationship(), contact.way())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n"));
  }
}
