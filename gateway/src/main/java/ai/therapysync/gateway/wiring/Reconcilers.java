package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.channel.twilio.TwilioLedger;
import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.work.GatewayIntake;
import ai.therapysync.gateway.work.Reconciler;
import ai.therapysync.gateway.work.Wake;
import ai.therapysync.persistence.conversation.ReconcilerBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;

/** What looks for messages that never reached us: of Twilio, which can be asked. */
final class Reconcilers {
  private Reconcilers() {}

  static Optional<Reconciler> of(
      Configuration configuration,
      Store store,
      Care care,
      InstantSource clock,
      MeterRegistry meters) {
    ChannelSettings channels = configuration.channels();
    return channels
        .twilio()
        .flatMap(twilio ->
            channels
                .reconcileEvery()
                .map(every ->
                    new Reconciler(
                        new TwilioLedger(twilio),
                        new ReconcilerBook(store.database().jdbi()),
                        new GatewayIntake(
                            care.conversations(), care.outbox(), _ -> {}, Wake.byPolling()),
                        every,
                        meters,
                        clock)));
  }
}
