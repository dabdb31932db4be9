package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Page;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import ai.therapysync.persistence.views.MemorySearch;
import ai.therapysync.persistence.views.Timeline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has come of the talks: goals, moods, memories, and why there was silence. */
public final class HistoryTabs {
  private static final int A_PAGE = 50;
  private static final int PLOTTED = 200;
  private static final int LONGEST = 100;

  private final Chart chart;

  HistoryTabs(Chart chart) {
    this.chart = chart;
  }

  /** Something that was decided or sent. */
  public record Entry(Instant at, String kind, String what, String why) {}

  /** Something to reach. Private: never printed. */
  public record Goal(
      String id, String title, String status, String progress, int streak, int best) {
    @Override
    public String toString() {
      return "Goal[" + id + "]";
    }
  }

  /** Something remembered. Private: never printed. */
  public record Memory(String id, String title, String content, String type, boolean active) {
    @Override
    public String toString() {
      return "Memory[" + id + "]";
    }
  }

  void mount(Routes routes) {
    routes.get(
        Tab.TIMELINE.route(),
        visit ->
            chart.on(visit, Tab.TIMELINE, (acting, person) -> timeline(visit, acting, person)));
    rows(Tab.GOALS, Sheets.GOAL, "goal", "Remove", HistoryTabs::goals).mount(routes);
    routes.get(Tab.MOODS.route(), visit -> chart.on(visit, Tab.MOODS, HistoryTabs::moods));
    rows(Tab.MEMORIES, Sheets.MEMORY, "memory", "Forget", HistoryTabs::memories).mount(routes);
  }

  private RowsTab rows(Tab tab, Sheet sheet, String one, String remove, RowsTab.Lister lister) {
    return new RowsTab(chart, new RowsTab.Kind(tab, sheet, one, remove, lister, Optional.empty()));
  }

  private static Answer timeline(Visit visit, Acting acting, Head person) {
    Page page = Timeline.list(acting, person.id(), A_PAGE, after(visit));
    List<Entry> entries = page.rows().stream().map(HistoryTabs::entry).toList();
    return paged(visit, person, Tab.TIMELINE, "timeline", "entries", entries, page.next());
  }

  private static Answer goals(Visit visit, Acting acting, Head person) {
    Page page =
        ResourceRows.of(Resource.GOALS)
            .list(acting, Optional.of(person.id()), A_PAGE, after(visit));
    List<Goal> goals = page.rows().stream().map(HistoryTabs::goal).toList();
    return paged(visit, person, Tab.GOALS, "goals", "goals", goals, page.next());
  }

  private static Answer memories(Visit visit, Acting acting, Head person) {
    Form form = visit.search();
    String sought = form.optional("q", LONGEST).orElse("");
    if (!sought.isEmpty() && form.isValid()) {
      List<Memory> found =
          MemorySearch.find(acting, person.id(), sought, A_PAGE).stream()
              .map(HistoryTabs::memory)
              .toList();
      return paged(visit, person, Tab.MEMORIES, "memories", "memories", found, Optional.empty());
    }
    Page page =
        ResourceRows.of(Resource.MEMORIES)
            .list(acting, Optional.of(person.id()), A_PAGE, after(visit));
    List<Memory> memories = page.rows().stream().map(HistoryTabs::memory).toList();
    return paged(visit, person, Tab.MEMORIES, "memories", "memories", memories, page.next());
  }

  private static Answer moods(Acting acting, Head person) {
    return Chart.page(
        person,
        Tab.MOODS,
        "moods",
        Map.of(
            "plots",
            Curves.of(
                latest(acting, person, Resource.MOODS),
                latest(acting, person, Resource.ASSESSMENTS))));
  }

  private static List<ObjectNode> latest(Acting acting, Head person, Resource resource) {
    return ResourceRows.of(resource)
        .list(acting, Optional.of(person.id()), PLOTTED, Optional.empty())
        .rows();
  }

  private static Answer paged(
      Visit visit,
      Head person,
      Tab tab,
      String template,
      String name,
      Object rows,
      Optional<Cursor> next) {
    String path = tab.path(person.id());
    return Chart.page(
            person,
            tab,
            template,
            Map.of(
                name,
                rows,
                "form",
                visit.search(),
                "next",
                next.map(cursor -> path + "?after=" + cursor.written()).orElse(""),
                "first",
                visit.query("after").isPresent() ? path : ""))
        .part("people/" + template + "Lines");
  }

  private static Optional<Cursor> after(Visit visit) {
    return visit.query("after").flatMap(Cursor::parse);
  }

  private static Entry entry(ObjectNode row) {
    String about = row.path("about").asText();
    String kind = row.path("kind").asText();
    String why = row.path("why").asText();
    Instant at = OffsetDateTime.parse(row.path("at").asText()).toInstant();
    return switch (kind) {
      case "gate" ->
          new Entry(at, "decided", GateWords.decision(about, row.path("decision").asText()), why);
      case "delivery" -> new Entry(at, "sent", GateWords.purpose(about), why);
      default -> new Entry(at, kind, why, "");
    };
  }

  private static Goal goal(ObjectNode row) {
    String reached = number(row, "current_progress", "0");
    String target = number(row, "target_value", "");
    return new Goal(
        row.path("id").asText(),
        row.path("title").asText(),
        row.path("status").asText(),
        target.isEmpty() ? reached : reached + " of " + target,
        row.path("streak_count").asInt(),
        row.path("best_streak").asInt());
  }

  private static String number(ObjectNode row, String column, String otherwise) {
    return row.path(column).isNumber()
        ? row.path(column).decimalValue().stripTrailingZeros().toPlainString()
        : otherwise;
  }

  private static Memory memory(ObjectNode row) {
    return new Memory(
        row.path("id").asText(),
        row.path("title").asText(),
        row.path("content").asText(),
        row.path("memory_type").asText(),
        row.path("is_active").asBoolean(true));
  }
}
