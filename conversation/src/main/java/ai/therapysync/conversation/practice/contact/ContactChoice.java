package ai.therapysync.conversation.practice.contact;

import ai.therapysync.conversation.occasion.Circle;
import ai.therapysync.conversation.occasion.Occasion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which contact is meant: by name, or by what they are to the person. */
final class ContactChoice {
  private ContactChoice() {}

  /** The contact of that name, or relationship; without a name, the only one. */
  static Optional<Circle.Named> meant(Occasion occasion, Optional<String> name) {
    List<Circle.Named> all = occasion.work().circle().contacts();
    return name.isPresent()
        ? all.stream().filter(contact -> isMeant(contact, plain(name.get()))).findFirst()
        : all.stream().filter(_ -> all.size() == 1).findFirst();
  }

  private static boolean isMeant(Circle.Named contact, String said) {
    String name = plain(contact.name());
    return name.equals(said)
        || name.startsWith(said + " ")
        || (!contact.relationship().isBlank()
            && plain(contact.relationship()).equals(said.replaceFirst("^my ", "")));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
  }
}
