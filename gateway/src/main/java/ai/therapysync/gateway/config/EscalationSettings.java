package ai.therapysync.gateway.config;

import ai.therapysync.crisis.people.EmailAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a contact has, and how often the ladder is climbed.
 *
 * @param operatorAlertEmail told beside the operators who have accounts
 * @param operatorWebhook where a machine of theirs is told
 */
public record EscalationSettings(
    Duration ackTimeout,
    int rounds,
    Optional<EmailAddress> operatorAlertEmail,
    Optional<WebhookSettings> operatorWebhook) {}
