package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.console.page.When;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Page;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A person's talks: when, how long, how they felt before and after, and what was noted of them. */
public final class SessionsTab {
  private static final int A_PAGE = 25;
  private static final int PERSONALITIES = 200;
  private static final UUID LAST = new UUID(-1, -1);

  private final Chart chart;
  private final InstantSource clock;

  SessionsTab(Chart chart, InstantSource clock) {
    this.chart = chart;
    this.clock = clock;
  }

  /**
   * One talk. Private: never printed.
   *
   * @param place where the conversation shows its end; empty where it goes on
   */
  public record Line(
      Optional<Instant> start,
      String length,
      boolean open,
      String voice,
      Moods moods,
      Noted noted,
      String place) {
    @Override
    public String toString() {
      return "Line[private]";
    }
  }

  /** How they felt, from 1 to 10; empty where nobody asked. */
  public record Moods(String before, String after) {
    /** The look of the difference. */
    public String look() {
      if (before.isEmpty() || after.isEmpty()) {
        return "";
      }
      int change = Integer.compare(Integer.parseInt(after), Integer.parseInt(before));
      return change > 0 ? "ok" : change < 0 ? "warn" : "";
    }
  }

  /**
   * What was noted of a talk. Private: never printed.
   *
   * @param danger the highest level that was heard; empty where none was
   */
  public record Noted(String notes, List<String> themes, List<String> helped, String danger) {
    public Noted {
      themes = List.copyOf(themes);
      helped = List.copyOf(helped);
    }

    public boolean isEmpty() {
      return notes.isBlank() && themes.isEmpty() && helped.isEmpty();
    }

    @Override
    public String toString() {
      return "Noted[private]";
    }
  }

  void mount(Routes routes) {
    routes.get(
        Tab.SESSIONS.route(),
        visit -> chart.on(visit, Tab.SESSIONS, (acting, person) -> list(visit, acting, person)));
  }

  private Answer list(Visit visit, Acting acting, Head person) {
    Page page =
        ResourceRows.of(Resource.SESSIONS)
            .list(
                acting,
                Optional.of(person.id()),
                A_PAGE,
                visit.query("after").flatMap(Cursor::parse));
    Map<String, String> voices = voices(acting);
    String path = Tab.SESSIONS.path(person.id());
    return Chart.page(
        person,
        Tab.SESSIONS,
        "sessions",
        Map.of(
            "lines",
            page.rows().stream().map(row -> line(row, voices, person.id())).toList(),
            "next",
            page.next().map(next -> path + "?after=" + next.written()).orElse(""),
            "first",
            visit.query("after").isPresent() ? path : ""));
  }

  private Line line(ObjectNode row, Map<String, String> voices, UUID person) {
    Optional<Instant> start = Rows.instant(row, "start_time");
    Optional<Instant> end = Rows.instant(row, "end_time");
    Duration length =
        start
            .map(from -> Duration.between(from, end.orElseGet(clock::instant)))
            .filter(span -> !span.isNegative())
            .orElse(Duration.ZERO);
    String talk = "/console/conversations/" + person;
    return new Line(
        start,
        When.span(length),
        end.isEmpty(),
        voices.getOrDefault(row.path("therapist_personality_id").asText(), ""),
        new Moods(row.path("mood_before").asText(""), row.path("mood_after").asText("")),
        noted(row),
        end.map(at -> talk + "?before=" + new Cursor(at.toString(), LAST).written()).orElse(talk));
  }

  /** A model's notes stand under {@code summary}, the gateway's own beside it. */
  private static Noted noted(ObjectNode row) {
    JsonNode insights = row.path("ai_insights");
    JsonNode summary = insights.path("summary");
    return new Noted(
        Rows.text(row, "session_notes").orElse(""),
        both(summary, insights, "themes"),
        both(summary, insights, "what_helped"),
        Rows.text(row.path("crisis_flags"), "highest")
            .filter(level -> level.matches("concern|high|imminent"))
            .orElse(""));
  }

  private static List<String> both(JsonNode summary, JsonNode insights, String field) {
    return Stream.concat(Rows.texts(summary, field).stream(), Rows.texts(insights, field).stream())
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }

  private static Map<String, String> voices(Acting acting) {
    Map<String, String> voices = new HashMap<>();
    ResourceRows.of(Resource.PERSONALITIES)
        .list(acting, Optional.empty(), PERSONALITIES, Optional.empty())
        .rows()
        .forEach(voice -> voices.put(voice.path("id").asText(), voice.path("name").asText()));
    return voices;
  }
}
