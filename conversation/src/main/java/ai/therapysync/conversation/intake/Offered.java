package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.Offer;
import java.time.Instant;

/** The answers that were offered with the last thing that we sent to a number, and when. */
public record Offered(Offer offer, Instant at) {}
