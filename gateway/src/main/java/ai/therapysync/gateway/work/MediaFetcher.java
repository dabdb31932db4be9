package ai.therapysync.gateway.work;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.MediaSource;
import ai.therapysync.gateway.channel.MediaSource.Outcome;
import ai.therapysync.persistence.conversation.MediaBook;
import ai.therapysync.persistence.conversation.MediaBook.Found;
import ai.therapysync.persistence.conversation.MediaFile;
import ai.therapysync.persistence.database.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Fetches what people send, soon after it came; tries again for some hours, gives up quietly, and
 * deletes what was fetched when its time is over.
 */
public final class MediaFetcher {
  /** After each try the next one comes so much later; after the last there is none. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  private final MediaBook book;
  private final Map<Provider, MediaSource> sources;
  private final Duration keep;
  private final MeterRegistry meters;
  private final InstantSource clock;

  /**
   * With where they are fetched from and to.
   *
   * @param keep how long they are kept
   */
  public MediaFetcher(
      MediaBook book,
      Map<Provider, MediaSource> sources,
      Duration keep,
      MeterRegistry meters,
      InstantSource clock) {
    this.book = book;
    this.sources = Map.copyOf(sources);
    this.keep = keep;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Does what is due for one of them.
   *
   * @return when to come again
   */
  public Optional<Instant> attempt(UUID media) {
    return switch (book.find(media)) {
      case Found.Over _ -> Optional.empty();
      case Found.Kept(Instant fetchedAt) -> expire(media, fetchedAt.plus(keep));
      case Found.Wanted wanted -> fetch(wanted);
    };
  }

  private Optional<Instant> expire(UUID media, Instant end) {
    if (end.isAfter(clock.instant())) {
      return Optional.of(end);
    }
    book.expired(media);
    return Optional.empty();
  }

  private Optional<Instant> fetch(Found.Wanted wanted) {
    return book.begin(wanted)
        .map(file -> fetch(wanted, file))
        .orElseGet(() -> failed(wanted, true, "the person's key is gone"));
  }

  private Optional<Instant> fetch(Found.Wanted wanted, MediaFile file) {
    Optional<MediaSource> source = Optional.ofNullable(sources.get(wanted.provider()));
    // The provider's bytes come on a thread of its client's.
    Consumer<byte[]> sink =
        bytes ->
            Lane.ordinary(() -> {
              file.take(bytes);
              return true;
            });
    Outcome outcome =
        source
            .map(one -> one.fetch(wanted.attachment(), sink))
            .orElseGet(() -> new Outcome.Never("this provider has no account here any more"));
    return switch (outcome) {
      case Outcome.Fetched(String contentType) -> fetched(wanted.id(), file, contentType);
      case Outcome.Never(String why) -> failed(wanted, true, why);
      case Outcome.Later(String why) -> failed(wanted, wanted.attempts() >= PAUSES.size(), why);
    };
  }

  private Optional<Instant> fetched(UUID media, MediaFile file, String contentType) {
    file.end();
    Instant now = clock.instant();
    if (!book.fetched(media, file, contentType, now)) {
      return Optional.empty();
    }
    count("fetched");
    return Optional.of(now.plus(keep));
  }

  private Optional<Instant> failed(Found.Wanted wanted, boolean forGood, String why) {
    book.failed(wanted.id(), forGood, why);
    count(forGood ? "given_up" : "postponed");
    return forGood
        ? Optional.empty()
        : Optional.of(clock.instant().plus(PAUSES.get(wanted.attempts())));
  }

  private void count(String result) {
    meters.counter("gateway_media_total", "result", result).increment();
  }
}
