package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.web.Health;
import ai.therapysync.persistence.crisis.AlertBook;
import ai.therapysync.persistence.database.Database;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ready whenever a webhook can be stored; a channel that is off is degraded, never unready. */
final class StoreHealth implements Health {
  private final Database database;
  private final ChannelSettings channels;
  private final AlertBook alerts;
  private final InstantSource clock;

  StoreHealth(Database database, ChannelSettings channels, AlertBook alerts, InstantSource clock) {
    this.database = database;
    this.channels = channels;
    this.alerts = alerts;
    this.clock = clock;
  }

  @Override
  public boolean canStore() {
    return database.answers();
  }

  @Override
  public Map<String, String> degraded() {
    Map<String, String> degraded = new LinkedHashMap<>();
    if (channels.twilio().flatMap(twilio -> twilio.smsFrom()).isEmpty()) {
      degraded.put("sms", "off: TWILIO_ACCOUNT_SID and TWILIO_SMS_FROM are not set");
    }
    if (channels.twilio().flatMap(twilio -> twilio.whatsappFrom()).isEmpty()
        && channels.meta().isEmpty()) {
      degraded.put("whatsapp", "off: neither TWILIO_WHATSAPP_FROM nor META_PHONE_NUMBER_ID is set");
    }
    if (channels.smtp().isEmpty()) {
      degraded.put("email", "off: SMTP_URL is not set");
    }
    failing()
        .ifPresent(failing ->
            degraded.put(
                "operator_webhook",
                failing.alerts() + " alerts were not taken, the last: " + failing.lastError()));
    return degraded;
  }

  private Optional<AlertBook.Failing> failing() {
    try {
      return Optional.of(alerts.failing(clock.instant())).filter(one -> one.alerts() > 0);
    } catch (RuntimeException away) {
      // That the database is away stands there already.
      return Optional.empty();
    }
  }
}
