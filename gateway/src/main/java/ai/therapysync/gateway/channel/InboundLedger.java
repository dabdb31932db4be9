package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A provider's own list of what came in, which can be asked for what never reached us. */
public interface InboundLedger {
  /** Whose list it is. */
  Provider provider();

  /**
   * What came in between two times and is not known to us, oldest first, each with its own id and
   * time.
   *
   * @param unknown of some of the provider's ids, those that we don't have
   * @throws LedgerFault when it can't be told
   * @throws TooManyException when it is more than one look takes: ask for a shorter time
   */
  List<InboundMessage> missing(Instant from, Instant until, UnaryOperator<Set<String>> unknown);

  /** The list can't be had or read; the message says why, without private words. */
  final class LedgerFault extends RuntimeException {
    public LedgerFault(String message) {
      super(message);
    }
  }

  /** More came in during that time than one look takes. */
  final class TooManyException extends RuntimeException {
    public TooManyException() {
      super("More messages came in than one look takes");
    }
  }
}
