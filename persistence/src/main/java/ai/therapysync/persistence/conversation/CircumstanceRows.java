package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Circumstances;
import ai.therapysync.conversation.intake.Errand;
import ai.therapysync.conversation.intake.Offered;
import ai.therapysync.conversation.intake.Sender;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.persistence.crisis.OperatorMails;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.tasks.OfferJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Loads all that deciding on a message needs, under the lock of whom it concerns. */
public final class CircumstanceRows {
  /** So long a number may take to send its code. */
  static final Duration CODE_LIVES = Duration.ofMinutes(15);

  private static final int TRIES = 5;

  private final Contents contents;
  private final Writers writers;
  private final Errands errands;
  private final Codes codes;
  private final OnboardingRows onboardings;
  private final OperatorMails operators;

  /** With the situation of people in care, and the codes that numbers must send. */
  public CircumstanceRows(
      Contents contents,
      Situations situations,
      Codes codes,
      OnboardingRows onboardings,
      Optional<EmailAddress> alertMailbox) {
    this.contents = contents;
    this.writers = new Writers(contents, situations);
    this.errands = new Errands(situations);
    this.codes = codes;
    this.onboardings = onboardings;
    this.operators = new OperatorMails(alertMailbox);
  }

  /** The circumstances, and what writing needs besides. */
  record Loaded(Circumstances circumstances, Found found, Optional<DataKey> key) {}

  Loaded load(Handle handle, InboundMessage message, Instant now) {
    Found found = Found.lock(handle, message.from().value(), message.receivedAt());
    if (found.isKnown()) {
      return known(handle, message, found, now);
    }
    handle
        .createQuery("SELECT true FROM pg_advisory_xact_lock(hashtextextended(:address, 0))")
        .bind("address", message.from().value())
        .mapTo(Boolean.class)
        .one();
    // Whoever held the lock before may have made an account for this very number.
    Found again = Found.lock(handle, message.from().value(), message.receivedAt());
    return again.isKnown()
        ? known(handle, message, again, now)
        : stranger(handle, message, again, now);
  }

  private Optional<Errand> errand(Handle handle, InboundMessage message, Found found, Instant now) {
    return found.lastSent().map(last -> errands.load(handle, message.from().value(), last, now));
  }

  /** Answers that no longer open must not stop a message. */
  private Optional<Offered> offered(Found found) {
    return found
        .offered()
        .flatMap(said ->
            contents
                .readableOwn(said.choices(), said.row())
                .map(json -> new Offered(OfferJson.read(json), said.at())));
  }

  private Loaded stranger(Handle handle, InboundMessage message, Found found, Instant now) {
    Sender sender =
        found
            .integration()
            .<Sender>map(id -> new Sender.Unverified(pending(handle, id, message, now)))
            .orElseGet(Sender.Unknown::new);
    Circumstances circumstances =
        new Circumstances(
            sender,
            errand(handle, message, found, now),
            offered(found),
            StrangerRows.stopped(handle, message),
            StrangerRows.load(handle, message, onboardings.load(handle, message, now), now),
            EarlierRows.load(handle, message, Optional.empty(), false),
            operators.list(handle),
            UUID.randomUUID(),
            now);
    return new Loaded(circumstances, found, Optional.empty());
  }

  private Loaded known(Handle handle, InboundMessage message, Found found, Instant now) {
    Writers.Loaded loaded = writers.load(handle, found.person().orElseThrow(), message, now);
    Circumstances circumstances =
        new Circumstances(
            new Sender.Known(loaded.writer()),
            errand(handle, message, found, now),
            offered(found),
            loaded.stopped(),
            Circumstances.Stranger.fresh(),
            EarlierRows.load(handle, message, found.person(), loaded.takenBack()),
            loaded.writer().crisis().operators(),
            UUID.randomUUID(),
            now);
    return new Loaded(circumstances, found, Optional.of(loaded.key()));
  }

  /**
   * Several people may claim a number; whose code it sends is whose it is. Where it sends none of
   * theirs, the oldest claim speaks for all.
   */
  private Sender.PendingCode pending(
      Handle handle, UUID oldest, InboundMessage message, Instant now) {
    List<Sender.PendingCode> claims =
        handle
            .createQuery(
                "SELECT o.id FROM public.whatsapp_integrations i JOIN public.whatsapp_integrations o"
                    + " ON gateway.digits(o.phone_number) = gateway.digits(i.phone_number)"
                    + " WHERE i.id = :id AND coalesce(o.is_active, true)"
                    + " AND NOT coalesce(o.is_verified, false) ORDER BY o.created_at, o.id")
            .bind("id", oldest)
            .mapTo(UUID.class)
            .list()
            .stream()
            .map(id -> pending(handle, id, now))
            .toList();
    return claims.stream()
        .filter(claim -> codes.matches(claim, message.text()))
        .findFirst()
        .or(() -> claims.stream().filter(claim -> !claim.codeMac().isEmpty()).findFirst())
        .orElseGet(() -> pending(handle, oldest, now));
  }

  private Sender.PendingCode pending(Handle handle, UUID integration, Instant now) {
    Codes.Issued issued = codes.issued(handle, integration);
    return new Sender.PendingCode(
        integration,
        issued.codeMac(),
        issued.at().plus(CODE_LIVES).isBefore(now),
        TRIES - issued.tries());
  }
}
