package ai.therapysync.gateway.simulator.network;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A message on the simulated network. Its words are private and never printed. */
public record SimulatedMessage(
    String sid, Line line, boolean fromPhone, Content content, Trail trail, Request request) {
  /**
   * What is said.
   *
   * @param template whether it is a template, which WhatsApp takes at any time
   */
  public record Content(String body, List<String> media, boolean template) {
    public Content {
      media = List.copyOf(media);
    }
  }

  /**
   * What became of it.
   *
   * @param sent when it left, for the lists of the API
   * @param error Twilio's error code
   * @param answer what the gateway answered to the webhook of a message from a phone; 0 when nobody
   *     answered
   */
  public record Trail(
      Instant created,
      Optional<Instant> sent,
      Instant updated,
      Status status,
      OptionalInt error,
      OptionalInt answer) {
    static Trail begin(Status status, Instant at) {
      Optional<Instant> sent = status == Status.RECEIVED ? Optional.of(at) : Optional.empty();
      return new Trail(at, sent, at, status, OptionalInt.empty(), OptionalInt.empty());
    }

    Trail to(Status next, OptionalInt why, Instant at) {
      Optional<Instant> left = sent.isPresent() ? sent : Optional.of(at);
      return new Trail(created, left, at, next, why, answer);
    }

    Trail answered(int code, Instant at) {
      return new Trail(created, sent, at, status, error, OptionalInt.of(code));
    }
  }

  /** What the sender asked for beside the words. */
  public record Request(Optional<URI> statusCallback, Optional<String> messagingServiceSid) {
    static Request none() {
      return new Request(Optional.empty(), Optional.empty());
    }
  }

  /** The latest status. */
  public Status status() {
    return trail.status();
  }

  /** The number it comes from, as on the wire. */
  public String from() {
    return fromPhone ? line.phoneOnWire() : line.senderOnWire();
  }

  /** The number it goes to, as on the wire. */
  public String to() {
    return fromPhone ? line.senderOnWire() : line.phoneOnWire();
  }

  SimulatedMessage with(Trail next) {
    return new SimulatedMessage(sid, line, fromPhone, content, next, request);
  }

  @Override
  public String toString() {
    return "SimulatedMessage[" + sid + ", " + status() + "]";
  }
}
