package ai.therapysync.gateway.story;

import ai.therapysync.gateway.simulator.mail.Mail;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Someone named for emergencies, with a phone and a mailbox. */
final class Contact extends Phone {
  private static final Pattern PAGE = Pattern.compile("if you can't, reply 2[A-Z]?: ");

  final UUID id;
  final String email;

  private Contact(World world, UUID id, String number, String email) {
    super(world, number);
    this.id = id;
    this.email = email;
  }

  static Contact of(World world, Someone person, String name, String number, String email) {
    UUID id = UUID.randomUUID();
    world
        .sql()
        .useHandle(handle ->
            handle.execute(
                "INSERT INTO emergency_contacts (id, user_id, name, phone_number, email,"
                    + " created_at) VALUES (?, ?, ?, nullif(?, ''), nullif(?, ''),"
                    + " now() + (SELECT count(*) FROM emergency_contacts) * interval '1 s')",
                id,
                person.id,
                name,
                number,
                email));
    return new Contact(world, id, number, email);
  }

  /** Pages on this phone so far. */
  List<String> pages() {
    return shows().stream().filter(text -> PAGE.matcher(text).find()).toList();
  }

  void isPaged(int times) {
    Await.until(
        "page " + times + " on a phone with " + pages().size() + " that shows " + shows(),
        () -> pages().size() >= times);
  }

  void isPaged() {
    isPaged(1);
  }

  List<Mail> mails() {
    return world.simulation.mail().mailsTo(email);
  }

  void isMailed(int times) {
    Await.until("mail " + times, () -> mails().size() >= times);
  }
}
