package ai.therapysync.gateway.config;

import java.net.URI;

/**
 * A WhatsApp Cloud API account.
 *
 * @param appSecret signs what comes in
 * @param verifyToken what Meta shows when it asks whether the webhook is ours
 */
public record MetaSettings(
    Secret appSecret, Secret verifyToken, Secret accessToken, String phoneNumberId, URI apiBase) {}
