package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.persistence.conversation.ReconcilerBook;
import java.util.Optional;

/** Whether messages that never reached the webhook are looked for, and found. */
public final class ReconcilerCheck implements Check {
  private static final String WHAT = "missed messages";

  private final ChannelSettings channels;
  private final ReconcilerBook book;

  /** With what is configured, and how the looks went. */
  public ReconcilerCheck(ChannelSettings channels, ReconcilerBook book) {
    this.channels = channels;
    this.book = book;
  }

  @Override
  public Finding look() {
    if (channels.twilio().isEmpty()) {
      return Finding.off(WHAT, "not looked for: Twilio is off");
    }
    if (channels.reconcileEvery().isEmpty()) {
      return Finding.off(WHAT, "not looked for: TWILIO_RECONCILE_EVERY is PT0S");
    }
    Optional<ReconcilerBook.State> state = book.state(Provider.TWILIO);
    return state
        .flatMap(ReconcilerBook.State::failing)
        .map(failing ->
            Finding.wrong(
                WHAT,
                "Twilio's list of what came in can't be compared since "
                    + failing.since()
                    + ": "
                    + failing.why()))
        .orElseGet(() ->
            Finding.fine(WHAT, state.map(ReconcilerCheck::done).orElse("not yet looked for")));
  }

  private static String done(ReconcilerBook.State state) {
    return "looked for until " + state.until() + "; taken in so far: " + state.takenIn();
  }
}
