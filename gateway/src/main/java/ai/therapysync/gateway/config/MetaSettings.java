package ai.therapysync.gateway.config;

import java.net.URI;

/**
 * A WhatsApp Cloud API account.
 *
 * @param appSecret signs what comes in
 * @param verifyToken what Meta shows when it asks whether the webhook is ours
 * @param phoneNumberId our sender: the id of the number at Meta, not the number
 * @param apiVersion of the Graph API, such as {@code v23.0}
 */
public record MetaSettings(
    Secret appSecret,
    Secret verifyToken,
    Secret accessToken,
    String phoneNumberId,
    URI apiBase,
    String apiVersion) {}
