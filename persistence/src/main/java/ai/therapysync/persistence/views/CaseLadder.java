package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.views.CrisisCase.Alert;
import ai.therapysync.persistence.views.CrisisCase.Event;
import ai.therapysync.persistence.views.CrisisCase.Ladder;
import ai.therapysync.persistence.views.CrisisCase.Rung;
import ai.therapysync.persistence.views.CrisisCase.Way;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** An incident's ladder in words, from the tree that {@link Ladders} tells. */
final class CaseLadder {
  private CaseLadder() {}

  static Ladder read(Acting acting, ObjectNode ladder) {
    Map<UUID, String> households = households(acting, ladder.path("family_alerts"));
    return new Ladder(
        each(ladder.path("rungs"), CaseLadder::rung),
        each(ladder.path("events"), CaseLadder::event),
        each(ladder.path("family_alerts"), alert -> alert(alert, households)));
  }

  private static Rung rung(JsonNode rung) {
    return new Rung(
        rung.path("round").asInt(),
        rung.path("position").asInt(),
        rung.path("contact").asText(),
        at(rung, "paged_at"),
        each(rung.path("ways"), CaseLadder::way),
        LadderStory.answer(Rows.text(rung, "answer").orElse("")).orElse(""));
  }

  private static Way way(JsonNode way) {
    return new Way(
        EventWords.channel(way.path("channel").asText()),
        EventWords.page(way.path("state").asText(), Rows.text(way, "delivery_status")),
        Rows.instant(way, "sent_at"),
        Rows.instant(way, "receipt_at"));
  }

  private static Event event(JsonNode event) {
    return new Event(
        at(event, "at"), event.path("words").asText(), event.path("detail").asText(""));
  }

  private static Alert alert(JsonNode alert, Map<UUID, String> households) {
    return new Alert(
        Rows.uuid(alert, "household_id")
            .map(id -> households.getOrDefault(id, "A household"))
            .orElse("A household"),
        alert.path("severity").asText(""),
        at(alert, "created_at"),
        Rows.instant(alert, "acknowledged_at"));
  }

  /** Those that the caller may see by name. */
  private static Map<UUID, String> households(Acting acting, JsonNode alerts) {
    List<UUID> ids = new ArrayList<>();
    alerts.forEach(alert -> Rows.uuid(alert, "household_id").ifPresent(ids::add));
    Map<UUID, String> names = new HashMap<>();
    if (ids.isEmpty()) {
      return names;
    }
    acting
        .handle()
        .createQuery("SELECT id, name FROM public.households WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, ids)
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    return names;
  }

  private static Instant at(JsonNode row, String field) {
    return Rows.instant(row, field).orElse(Instant.EPOCH);
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    array.forEach(node -> all.add(read.apply(node)));
    return List.copyOf(all);
  }
}
