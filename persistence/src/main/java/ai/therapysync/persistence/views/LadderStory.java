package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.views.SimulatorViews.EventRow;
import ai.therapysync.persistence.views.SimulatorViews.RungRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Tells an incident's ladder from its timeline and its pages. A page and the event that tells of it
 * are written with the same time.
 */
final class LadderStory {
  private final List<JsonNode> events;
  private final List<JsonNode> pages;
  private final Map<String, String> names = new HashMap<>();

  LadderStory(JsonNode incident) {
    this.events = list(incident.path("events"));
    this.pages = list(incident.path("pages"));
    incident
        .path("contacts")
        .forEach(contact -> names.put(contact.path("id").asText(), contact.path("name").asText()));
  }

  List<EventRow> events() {
    return events.stream()
        .map(event ->
            new EventRow(
                at(event, "at"),
                EventWords.what(event.path("what").asText(), name(contact(event))),
                EventWords.detail(event.path("details"))))
        .toList();
  }

  /**
   * A contact who was asked.
   *
   * @param pages the last one by each channel, in the order of the channels' first
   * @param answer the word of what came of it, as far as it is known
   */
  record Step(
      int round,
      int position,
      String contact,
      Instant at,
      Map<String, JsonNode> pages,
      Optional<String> answer) {}

  /** In the order of asking. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> positions = new HashMap<>();
    for (int index = 0; index < events.size(); index++) {
      JsonNode event = events.get(index);
      if (event.path("what").asText().equals("paged")) {
        String round = Rows.text(event.path("details"), "round").orElse("1");
        int position = positions.merge(round, 1, Integer::sum);
        steps.add(step(index, Integer.parseInt(round), position));
      }
    }
    return List.copyOf(steps);
  }

  List<RungRow> rungs() {
    return steps().stream().map(this::rung).toList();
  }

  private RungRow rung(Step step) {
    List<String> status = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    step.pages()
        .forEach((channel, page) -> {
          String way = EventWords.channel(channel);
          ways.add(way);
          status.add(
              way
                  + " "
                  + EventWords.page(page.path("state").asText(), Rows.text(page, "delivery")));
        });
    step.answer().flatMap(LadderStory::answer).ifPresent(status::add);
    return new RungRow(
        step.round(),
        step.position(),
        name(step.contact()),
        String.join(", ", ways),
        String.join(", ", status));
  }

  private Step step(int index, int round, int position) {
    String contact = contact(events.get(index));
    Instant from = at(events.get(index), "at");
    Instant until = nextPaging(contact, index);
    Map<String, JsonNode> latest = new LinkedHashMap<>();
    for (JsonNode page : pages) {
      Instant paged = at(page, "created_at");
      boolean ofThis = !paged.isBefore(from) && paged.isBefore(until);
      if (ofThis && page.path("contact_id").asText().equals(contact)) {
        latest.put(page.path("channel").asText(), page);
      }
    }
    return new Step(round, position, contact, from, latest, outcome(contact, index));
  }

  /** What came of asking, as far as it is known. */
  private Optional<String> outcome(String contact, int index) {
    Optional<String> last = Optional.empty();
    for (JsonNode event : events.subList(index + 1, events.size())) {
      if (contact(event).equals(contact)) {
        String what = event.path("what").asText();
        if (what.equals("paged")) {
          return last;
        }
        Optional<String> before = last;
        last = answer(what).map(_ -> what).or(() -> before);
      }
    }
    return last;
  }

  static Optional<String> answer(String what) {
    return switch (what) {
      case "contact_said_yes" -> Optional.of("answered yes");
      case "contact_said_no" -> Optional.of("can't");
      case "rung_unanswered" -> Optional.of("no answer");
      case "rung_failed" -> Optional.of("number can't be used");
      case "contact_excluded" -> Optional.of("must not be told");
      default -> Optional.empty();
    };
  }

  private Instant nextPaging(String contact, int index) {
    return events.subList(index + 1, events.size()).stream()
        .filter(event -> event.path("what").asText().equals("paged"))
        .filter(event -> contact(event).equals(contact))
        .map(event -> at(event, "at"))
        .findFirst()
        .orElse(Instant.MAX);
  }

  private static String contact(JsonNode event) {
    return event.path("details").path("contact").asText("");
  }

  String name(String contact) {
    return names.getOrDefault(contact, "A contact");
  }

  private static Instant at(JsonNode row, String field) {
    return Rows.instant(row, field).orElse(Instant.EPOCH);
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
