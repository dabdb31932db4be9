package ai.therapysync.gateway.console.talks;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.conversation.MediaFiles;
import ai.therapysync.persistence.conversation.Messages;
import ai.therapysync.persistence.conversation.Messages.Standing;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was written, as a page shows it. Private: never printed.
 *
 * @param bubbles the earliest first
 * @param older where the ones before these are; empty where there are none
 * @param state what a reader has seen: changes whenever a message comes or gets another status
 */
public record Talk(UUID person, List<Bubble> bubbles, Optional<Cursor> older, String state) {
  private static final int SHOWN = 50;

  public Talk {
    bubbles = List.copyOf(bubbles);
  }

  /** What has changed since a reader looked. */
  public sealed interface News {
    record Nothing() implements News {}

    /** No message has come, but something became of one of ours; no words. */
    record Fates(List<Standing> standings, String state) implements News {
      public Fates {
        standings = List.copyOf(standings);
      }
    }

    /** Messages have come: all of it again, which is a reading. */
    record Words(Talk talk) implements News {}
  }

  /** Reads, which is a line in the audit log. */
  static Talk read(Shelf shelf, Acting acting, UUID person, Optional<Cursor> before) {
    Page page = shelf.messages().list(acting, person, SHOWN, before);
    Map<String, List<MediaFiles.File>> files =
        shelf.files(
            acting,
            person,
            page.rows().stream().map(row -> UUID.fromString(row.path("id").asText())).toList());
    return new Talk(
        person,
        page.rows().reversed().stream()
            .map(row -> Bubble.of(row, files.getOrDefault(row.path("id").asText(), List.of())))
            .toList(),
        page.next(),
        state(shelf, acting, person, shelf.messages().standings(acting, person, SHOWN)));
  }

  /** What a talk is read from. */
  record Shelf(Messages messages, MediaFiles media) {
    Map<String, List<MediaFiles.File>> files(Acting acting, UUID person, List<UUID> shown) {
      return media.of(acting, person, shown).stream()
          .collect(Collectors.groupingBy(file -> file.message().toString()));
    }
  }

  /** What is new for a reader who has seen this state; only words that are shown are read. */
  static News since(Shelf shelf, Acting acting, UUID person, String seen) {
    List<Standing> standings = shelf.messages().standings(acting, person, SHOWN);
    String state = state(shelf, acting, person, standings);
    if (state.equals(seen)) {
      return new News.Nothing();
    }
    return ids(state).equals(ids(seen))
        ? new News.Fates(standings, state)
        : new News.Words(read(shelf, acting, person, Optional.empty()));
  }

  /** When the person wrote last, among what is shown. */
  Optional<Instant> lastFromPerson() {
    return bubbles.reversed().stream()
        .filter(Bubble::inbound)
        .flatMap(bubble -> bubble.at().stream())
        .findFirst();
  }

  private static String state(Shelf shelf, Acting acting, UUID person, List<Standing> standings) {
    List<String> files =
        shelf.media().of(acting, person, standings.stream().map(Standing::id).toList()).stream()
            .map(file -> file.id() + " " + file.state())
            .toList();
    return digest(standings.stream().map(Talk::shown).toList().toString() + files)
        + "."
        + digest(standings.toString());
  }

  /** Words that are taken back are not shown any longer. */
  private static String shown(Standing standing) {
    return standing.id() + (standing.isSaid() ? "" : " gone");
  }

  private static String ids(String state) {
    int point = state.indexOf('.');
    return point < 0 ? state : state.substring(0, point);
  }

  private static String digest(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public String toString() {
    return "Talk[private]";
  }

  /**
   * A message. Private: never printed.
   *
   * @param inbound whether the person wrote it
   * @param fate what became of one of ours, in a word
   * @param files what came with it
   */
  public record Bubble(
      String id,
      String words,
      boolean inbound,
      String who,
      String channel,
      String fate,
      Optional<Instant> at,
      List<MediaFiles.File> files) {
    public Bubble {
      files = List.copyOf(files);
    }

    static Bubble of(JsonNode row, List<MediaFiles.File> files) {
      String sender = row.path("sender_type").asText();
      boolean inbound = sender.equals("user");
      return new Bubble(
          row.path("id").asText(),
          words(row),
          inbound,
          who(sender),
          row.path("channel").asText().equals("sms") ? "SMS" : "WhatsApp",
          inbound ? "" : fate(row),
          row.hasNonNull("timestamp")
              ? Optional.of(OffsetDateTime.parse(row.path("timestamp").asText()).toInstant())
              : Optional.empty(),
          files);
    }

    private static String words(JsonNode row) {
      if (row.path("content").isNull()) {
        return "These words can no longer be read: the key to them was destroyed.";
      }
      switch (row.path("delivery_status").asText()) {
        case "withdrawn" -> {
          return "(The person took this back.)";
        }
        case "edited" -> {
          return "(The person changed this. What they wrote instead follows.)";
        }
        default -> {}
      }
      String words = row.path("content").asText();
      return words.isBlank() ? "(" + row.path("message_type").asText() + ", no words)" : words;
    }

    private static String who(String sender) {
      return switch (sender) {
        case "user" -> "The person";
        case "operator" -> "An operator";
        case "system" -> "The gateway";
        default -> "The companion";
      };
    }

    private static String fate(JsonNode row) {
      String status = row.path("delivery_status").asText();
      return status.equals("failed") && row.hasNonNull("error_message")
          ? "failed: " + row.path("error_message").asText()
          : status;
    }

    @Override
    public String toString() {
      return "Bubble[private]";
    }
  }
}
