package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Courtesy;
import ai.therapysync.gateway.channel.MediaSource;
import ai.therapysync.gateway.channel.meta.MetaCourtesy;
import ai.therapysync.gateway.channel.meta.MetaFiles;
import ai.therapysync.gateway.channel.twilio.TwilioCourtesy;
import ai.therapysync.gateway.channel.twilio.TwilioFiles;
import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.config.InboundSettings;
import ai.therapysync.gateway.work.Courtesies;
import ai.therapysync.gateway.work.MediaFetcher;
import ai.therapysync.persistence.conversation.CourtesyBook;
import ai.therapysync.persistence.conversation.MediaBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** What is done about messages that come in, beside answering them. */
final class Inbound {
  private Inbound() {}

  /** Where nothing is fetched any more, what was fetched before still goes in its time. */
  static MediaFetcher media(
      ChannelSettings settings, Store store, MeterRegistry meters, InstantSource clock) {
    Map<Provider, MediaSource> sources = new EnumMap<>(Provider.class);
    if (settings.inbound().keepMedia().isPresent()) {
      settings.twilio().ifPresent(twilio -> sources.put(Provider.TWILIO, new TwilioFiles(twilio)));
      settings.meta().ifPresent(meta -> sources.put(Provider.META, new MetaFiles(meta)));
    }
    return new MediaFetcher(
        new MediaBook(store.database().jdbi(), store.sealer()),
        sources,
        settings.inbound().keepMedia().orElse(Duration.ZERO),
        meters,
        clock);
  }

  static Courtesies courtesies(ChannelSettings settings, Store store) {
    InboundSettings inbound = settings.inbound();
    Map<Provider, Courtesy> ways = new EnumMap<>(Provider.class);
    if (inbound.twilioTypes()) {
      settings.twilio().ifPresent(twilio -> ways.put(Provider.TWILIO, new TwilioCourtesy(twilio)));
    }
    if (inbound.metaMarksRead() || inbound.metaTypes()) {
      settings
          .meta()
          .ifPresent(meta ->
              ways.put(
                  Provider.META,
                  new MetaCourtesy(meta, inbound.metaMarksRead(), inbound.metaTypes())));
    }
    return new Courtesies(ways, new CourtesyBook(store.database().jdbi()));
  }
}
