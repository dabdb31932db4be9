package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.web.Health;
import ai.therapysync.persistence.database.Database;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ready whenever a webhook can be stored; a channel that is off is degraded, never unready. */
final class StoreHealth implements Health {
  private final Database database;
  private final ChannelSettings channels;

  StoreHealth(Database database, ChannelSettings channels) {
    this.database = database;
    this.channels = channels;
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
    if (channels.twilio().flatMap(twilio -> twilio.whatsappFrom()).isEmpty()) {
      degraded.put("whatsapp", "off: TWILIO_ACCOUNT_SID and TWILIO_WHATSAPP_FROM are not set");
    }
    if (channels.smtp().isEmpty()) {
      degraded.put("email", "off: SMTP_URL is not set");
    }
    return degraded;
  }
}
