package ai.therapysync.gateway.wiring;

import ai.therapysync.crisis.incident.CheckBook;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.people.ContactCheck;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.gateway.work.Wake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Contacts' answers after which this node looks for work at once: an operator may be told. */
final class WakingChecks implements CheckBook {
  private final CheckBook book;
  private final Wake wake;

  WakingChecks(CheckBook book, Wake wake) {
    this.book = book;
    this.wake = wake;
  }

  @Override
  public Optional<ContactCheck> look(ContactId contact, Instant askedAt) {
    return book.look(contact, askedAt);
  }

  @Override
  public boolean answer(
      ContactId contact,
      Instant askedAt,
      boolean yes,
      Function<ContactCheck, List<Effect>> follows) {
    boolean taken = book.answer(contact, askedAt, yes, follows);
    wake.up();
    return taken;
  }
}
