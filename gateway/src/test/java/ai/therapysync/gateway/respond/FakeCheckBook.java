package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.incident.CheckBook;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.people.ContactCheck;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.PersonInCare;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One question in memory. */
final class FakeCheckBook implements CheckBook {
  final List<Effect> followed = new ArrayList<>();
  private final Instant askedAt;
  private ContactCheck check;
  private int answers;

  FakeCheckBook(PersonInCare person, Instant askedAt) {
    this.askedAt = askedAt;
    this.check = new ContactCheck(person, false, false, List.of(Visitor.DESK));
  }

  @Override
  public Optional<ContactCheck> look(ContactId contact, Instant asked) {
    return contact.equals(Visitor.TOM) && asked.equals(askedAt)
        ? Optional.of(check)
        : Optional.empty();
  }

  @Override
  public boolean answer(
      ContactId contact, Instant asked, boolean yes, Function<ContactCheck, List<Effect>> follows) {
    followed.addAll(follows.apply(check));
    check = new ContactCheck(check.person(), yes, !yes, check.operators());
    answers++;
    return true;
  }

  int answers() {
    return answers;
  }

  ContactCheck check() {
    return check;
  }
}
