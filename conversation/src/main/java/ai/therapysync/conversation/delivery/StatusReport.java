package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.Provider;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider says has become of a message.
 *
 * @param outboundId our id, where the provider hands it back
 * @param providerId the provider's id
 * @param status empty for a status we do not know: it is kept and changes nothing
 * @param rawStatus the provider's own word
 * @param errorCode the provider's error code, where it failed
 * @param throttled the failure says "slow down": safe to send again
 * @param permanent the failure says that this address can't be reached by this channel
 */
public record StatusReport(
    Provider provider,
    Optional<OutboundId> outboundId,
    String providerId,
    Optional<DeliveryStatus> status,
    String rawStatus,
    Optional<String> errorCode,
    boolean throttled,
    boolean permanent,
    Instant at) {}
