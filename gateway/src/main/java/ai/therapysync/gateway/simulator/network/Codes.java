package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.Provider;

/**
 * A provider's codes for what becomes of a message after it was accepted.
 *
 * @param unreachable the phone could not be reached
 * @param window the 24-hour window is closed
 * @param throttled there were too many messages
 */
public record Codes(Provider provider, int unreachable, int window, int throttled) {}
