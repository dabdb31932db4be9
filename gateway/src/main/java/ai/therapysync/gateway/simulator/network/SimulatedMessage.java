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
  public record Content(
      String body, List<String> media, boolean template, Optional<Choices> choices) {
    public Content {
      media = List.copyOf(media);
    }

    /** Words, and addresses of media. */
    public static Content words(String body, List<String> media) {
      return new Content(body, media, false, Optional.empty());
    }

    /** A template, as far as the network knows what it says. */
    public static Content template(String body) {
      return new Content(body, List.of(), true, Optional.empty());
    }

    @Override
    public String toString() {
      return "Content[private]";
    }
  }

  /**
   * What became of it.
   *
   * @param sent when it left, for the lists of the API
   * @param error the provider's error code
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

  /**
   * What the sender asked for beside the words.
   *
   * @param reference the sender's own id, as Meta takes it along
   * @param userId the id that stood in the place of the phone's number
   */
  public record Request(
      Optional<URI> statusCallback,
      Optional<String> messagingServiceSid,
      Optional<String> reference,
      Optional<String> userId) {
    /** Nothing. */
    public static Request none() {
      return new Request(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As Twilio takes it. */
    public static Request twilio(Optional<URI> statusCallback, Optional<String> service) {
      return new Request(statusCallback, service, Optional.empty(), Optional.empty());
    }

    /** As Meta takes it. */
    public static Request meta(Optional<String> reference, Optional<String> userId) {
      return new Request(Optional.empty(), Optional.empty(), reference, userId);
    }
  }

  /** From a phone, on its way to the gateway. */
  public static SimulatedMessage fromPhone(String sid, Line line, Content content, Instant at) {
    return new SimulatedMessage(
        sid, line, true, content, Trail.begin(Status.RECEIVED, at), Request.none());
  }

  /** To a phone, just accepted. */
  public static SimulatedMessage toPhone(
      String sid, Line line, Content content, Request request, Instant at) {
    return new SimulatedMessage(sid, line, false, content, Trail.begin(Status.QUEUED, at), request);
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
