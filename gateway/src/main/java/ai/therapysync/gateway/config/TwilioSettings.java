package ai.therapysync.gateway.config;

import java.net.URI;
import java.util.Optional;

/**
 * A Twilio account and our senders there.
 *
 * @param previousAuthToken accepted beside the current one while it is being rotated
 * @param smsFrom E.164; without it SMS is off
 * @param whatsappFrom E.164, without {@code whatsapp:}; without it WhatsApp is off
 * @param apiBase all REST calls go there
 * @param publicUrl the origin that signatures are checked against and status callbacks are sent to
 */
public record TwilioSettings(
    String accountSid,
    Secret authToken,
    Optional<Secret> previousAuthToken,
    Optional<String> smsFrom,
    Optional<String> whatsappFrom,
    Optional<String> messagingServiceSid,
    URI apiBase,
    URI publicUrl) {}
