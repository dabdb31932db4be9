package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.LanguageModelSettings;
import ai.therapysync.gateway.config.TwilioSettings;
import ai.therapysync.gateway.console.channels.ChannelHealth;
import ai.therapysync.gateway.console.channels.ChannelsPage;
import ai.therapysync.gateway.console.channels.Setup;
import ai.therapysync.gateway.console.channels.Setup.Fact;
import ai.therapysync.gateway.console.channels.Setup.Kind;
import ai.therapysync.gateway.console.channels.TestMessages;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.web.Health;
import ai.therapysync.gateway.work.Wake;
import ai.therapysync.persistence.conversation.ChannelSwitches;
import ai.therapysync.persistence.crisis.WatchBook;
import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import ai.therapysync.persistence.tasks.OutboxRows;
import ai.therapysync.persistence.views.ChannelTests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The console's page of channels: what the configuration says, and what this node knows. */
final class ChannelsDesk {
  private static final String ACCOUNT = "TWILIO_ACCOUNT_SID";
  private static final String TOKEN = "TWILIO_AUTH_TOKEN";

  /** Where Meta's WhatsApp stands: beside Twilio's. */
  private static final int AFTER_TWILIO = 2;

  private ChannelsDesk() {}

  /** What is known of them. */
  record Ground(Configuration configuration, Ways ways, WatchBook watch, Health health) {}

  static ConsolePage page(Ground ground, Store store, Wake wake, InstantSource clock) {
    ChannelTests tests = new ChannelTests(new OutboxRows(store.sealer()), clock);
    return new ChannelsPage(
        Doors.callers(store, clock),
        health(ground, store.database().jdbi(), clock),
        new TestMessages(tests, ground.ways().routes(), wake),
        clock);
  }

  private static ChannelHealth health(Ground ground, Jdbi jdbi, InstantSource clock) {
    List<Setup> setups = setups(ground.configuration());
    return new ChannelHealth() {
      @Override
      public List<Setup> setups() {
        return setups;
      }

      @Override
      public Sighting sighting() {
        return ground.watch().look(clock.instant()).without(ground.ways().paused());
      }

      @Override
      public Optional<Trouble> trouble(Kind kind) {
        return ground.ways().guards().stream()
            .filter(guard -> guard.provider() == kind.provider())
            .flatMap(guard -> kind.channel().flatMap(guard::trouble).stream())
            .map(trouble -> new Trouble(trouble.at(), trouble.why()))
            .findFirst();
      }

      @Override
      public Map<String, Instant> switchedOff() {
        return jdbi.withHandle(ChannelSwitches::off);
      }

      @Override
      public Optional<String> webhookFailing() {
        return Optional.ofNullable(ground.health().degraded().get("operator_webhook"));
      }
    };
  }

  /** Of the two that can carry WhatsApp, one that nobody has configured is not missed. */
  static List<Setup> setups(Configuration configuration) {
    ChannelSettings channels = configuration.channels();
    List<Setup> setups =
        new ArrayList<>(
            List.of(
                twilio(configuration, Kind.SMS, "TWILIO_SMS_FROM", TwilioSettings::smsFrom),
                twilio(
                    configuration,
                    Kind.WHATSAPP,
                    "TWILIO_WHATSAPP_FROM",
                    TwilioSettings::whatsappFrom),
                mail(channels),
                model(configuration.conversation().languageModel()),
                webhook(configuration)));
    channels
        .meta()
        .ifPresent(meta ->
            setups.add(
                AFTER_TWILIO,
                new Setup(
                    Kind.META,
                    List.of(),
                    List.of(new Fact("Our number's id", Setup.inPart(meta.phoneNumberId()))),
                    Optional.of(configuration.http().publicUrl() + "/webhooks/meta"))));
    if (channels.meta().isPresent()) {
      setups.removeIf(setup -> setup.kind() == Kind.WHATSAPP && !setup.isOn());
    }
    return List.copyOf(setups);
  }

  /** Our sender for a channel, where it has one. */
  private interface Sender {
    Optional<String> of(TwilioSettings twilio);
  }

  private static Setup twilio(
      Configuration configuration, Kind kind, String variable, Sender sender) {
    Optional<TwilioSettings> twilio = configuration.channels().twilio();
    Optional<String> from = twilio.flatMap(sender::of);
    List<String> missing =
        Stream.of(ACCOUNT, TOKEN, variable)
            .filter(name -> name.equals(variable) ? from.isEmpty() : twilio.isEmpty())
            .toList();
    return new Setup(
        kind,
        missing,
        from.map(number -> List.of(new Fact("Our number", Setup.inPart(number)))).orElse(List.of()),
        Optional.of(configuration.http().publicUrl() + "/webhooks/twilio")
            .filter(_ -> missing.isEmpty()));
  }

  private static Setup mail(ChannelSettings channels) {
    return new Setup(
        Kind.EMAIL,
        channels.smtp().isPresent() ? List.of() : List.of("SMTP_URL", "SMTP_FROM"),
        channels
            .smtp()
            .map(smtp ->
                List.of(
                    new Fact("Our mailbox", Setup.inPart(smtp.from())),
                    new Fact("Mail server", smtp.host())))
            .orElse(List.of()),
        Optional.empty());
  }

  private static Setup model(LanguageModelSettings settings) {
    return switch (settings) {
      case LanguageModelSettings.Offline _ ->
          new Setup(
              Kind.MODEL,
              List.of("LLM_PROVIDER", "LLM_MODEL", "LLM_API_KEY"),
              List.of(),
              Optional.empty());
      case LanguageModelSettings.Remote remote ->
          new Setup(
              Kind.MODEL,
              List.of(),
              List.of(
                  new Fact("Provider", remote.kind().name().toLowerCase(Locale.ROOT)),
                  new Fact("Model", remote.model()),
                  new Fact("At", String.valueOf(remote.base().getHost()))),
              Optional.empty());
    };
  }

  private static Setup webhook(Configuration configuration) {
    return configuration
        .escalation()
        .operatorWebhook()
        .map(webhook ->
            new Setup(
                Kind.OPERATOR_WEBHOOK,
                List.of(),
                List.of(new Fact("At", String.valueOf(webhook.address().getHost()))),
                Optional.empty()))
        .orElse(
            new Setup(
                Kind.OPERATOR_WEBHOOK,
                List.of("OPERATOR_WEBHOOK_URL", "OPERATOR_WEBHOOK_SECRET"),
                List.of(),
                Optional.empty()));
  }
}
