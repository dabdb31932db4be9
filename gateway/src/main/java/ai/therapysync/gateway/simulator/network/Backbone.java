package ai.therapysync.gateway.simulator.network;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What all providers of the network share: its phones, its clock, and the way to the gateway. */
public final class Backbone implements AutoCloseable {
  private final Pace pace;
  private final InstantSource clock;
  private final PhoneNetwork network;
  private final Timetable timetable;
  private final Postbox postbox;
  private final Uplink uplink;
  private final AtomicReference<Optional<URI>> gateway = new AtomicReference<>(Optional.empty());

  /** Without a gateway yet. */
  public Backbone(Pace pace, InstantSource clock) {
    this.pace = pace;
    this.clock = clock;
    this.network = new PhoneNetwork(clock);
    this.timetable = new Timetable(clock);
    this.postbox = new Postbox(pace);
    this.uplink = new Uplink(network, timetable, pace);
  }

  /** How fast it is. */
  public Pace pace() {
    return pace;
  }

  /** The network's time. */
  public InstantSource clock() {
    return clock;
  }

  /** The phones. */
  public PhoneNetwork network() {
    return network;
  }

  /** What happens later. */
  public Timetable timetable() {
    return timetable;
  }

  /** Calls the gateway. */
  public Postbox postbox() {
    return postbox;
  }

  /** The way of what phones send. */
  public Uplink uplink() {
    return uplink;
  }

  /** Where the gateway's public URL is; from now on phones can write to it. */
  public void gatewayAt(URI publicUrl) {
    gateway.set(Optional.of(publicUrl));
  }

  /** Where the gateway is, once it is known. */
  public Optional<URI> gateway() {
    return gateway.get();
  }

  /** An address of the gateway's. */
  public URI webhook(String path) {
    URI origin =
        gateway()
            .orElseThrow(
                () -> new IllegalStateException("The phones don't know yet where the gateway is"));
    return URI.create(origin.toString().replaceAll("/+$", "") + path);
  }

  @Override
  public void close() {
    timetable.close();
    postbox.close();
  }
}
