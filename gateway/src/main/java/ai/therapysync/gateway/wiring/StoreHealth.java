package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.web.Health;
import ai.therapysync.persistence.conversation.ChannelSwitches;
import ai.therapysync.persistence.conversation.ReconcilerBook;
import ai.therapysync.persistence.crisis.AlertBook;
import ai.therapysync.persistence.database.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ready whenever a webhook can be stored; a channel that is off is degraded, never unready. */
final class StoreHealth implements Health {
  private final Database database;
  private final ChannelSettings channels;
  private final AlertBook alerts;
  private final ReconcilerBook reconciler;
  private final InstantSource clock;

  StoreHealth(Database database, ChannelSettings channels, AlertBook alerts, InstantSource clock) {
    this.database = database;
    this.channels = channels;
    this.alerts = alerts;
    this.reconciler = new ReconcilerBook(database.jdbi());
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
    try {
      degraded.putAll(stored());
    } catch (RuntimeException away) {
      // That the database is away stands there already; it is waited for once, not for each.
    }
    return degraded;
  }

  /** What the database knows of it. */
  private Map<String, String> stored() {
    Map<String, String> said = new LinkedHashMap<>(switchedOff());
    unreconciled()
        .ifPresent(failing ->
            said.put(
                "reconciler",
                "Twilio's list of what came in can't be compared since "
                    + failing.since().truncatedTo(ChronoUnit.SECONDS)
                    + ": "
                    + failing.why()));
    AlertBook.Failing failing = alerts.failing(clock.instant());
    if (failing.alerts() > 0) {
      said.put(
          "operator_webhook",
          failing.alerts() + " alerts were not taken, the last: " + failing.lastError());
    }
    return said;
  }

  /** Loud: somebody must know that it is meant to be so. */
  private Map<String, String> switchedOff() {
    Map<String, String> said = new LinkedHashMap<>();
    Map<String, Instant> off = database.jdbi().withHandle(ChannelSwitches::off);
    off.forEach((part, since) ->
        said.put(
            part,
            "switched off since "
                + since.truncatedTo(ChronoUnit.SECONDS)
                + ": ./run channel on "
                + part
                + " switches it on"));
    if (ChannelSwitches.isEverything(off.keySet(), channels.routes())) {
      said.put("channels", "ALL SWITCHED OFF: nobody in care is answered, not even in danger");
    }
    return said;
  }

  /** One look that failed may be a moment's trouble. */
  private Optional<ReconcilerBook.Failing> unreconciled() {
    if (channels.twilio().isEmpty() || channels.reconcileEvery().isEmpty()) {
      return Optional.empty();
    }
    return reconciler
        .state(Provider.TWILIO)
        .flatMap(ReconcilerBook.State::failing)
        .filter(failing -> failing.times() > 1);
  }
}
