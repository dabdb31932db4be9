package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tabs of a person. */
final class PersonTabs {
  private static final int PERSONALITIES = 200;

  private final Chart chart;
  private final Tools tools;
  private final NumbersTab numbers;

  PersonTabs(Tools tools) {
    this.chart = new Chart(tools.callers());
    this.tools = tools;
    this.numbers = new NumbersTab(chart, tools.commands().codes());
  }

  NumbersTab numbers() {
    return numbers;
  }

  void mount(Routes routes) {
    Preview preview = new Preview(tools.clock());
    new OnlyTab(chart, Tab.SETTINGS, Sheets.SETTINGS, PersonTabs::settings, preview).mount(routes);
    new OnlyTab(chart, Tab.PROFILE, Sheets.PROFILE, (_, _) -> Sheets.PROFILE.inputs(), preview)
        .mount(routes);
    new ContactsTab(chart, tools).mount(routes);
    new EmergenciesTab(chart, tools.policies()).mount(routes);
    new HouseholdsTab(chart).mount(routes);
    new NotesTab(chart, tools.notes()).mount(routes);
    new SessionsTab(chart, tools.clock()).mount(routes);
    new OnlyTab(chart, Tab.CULTURE, Sheets.CULTURE, (_, _) -> Sheets.CULTURE.inputs(), preview)
        .mount(routes);
    numbers.mount(routes);
    new HistoryTabs(chart).mount(routes);
    new FiguresTab(chart, tools.clock()).mount(routes);
    new DataTab(chart, tools).mount(routes);
  }

  /** With the voices that there are; one that is no longer offered stays where it was chosen. */
  private static List<Input> settings(Acting acting, ObjectNode row) {
    Map<String, String> voices = new LinkedHashMap<>();
    voices.put("default", "The usual voice");
    ResourceRows.of(Resource.PERSONALITIES)
        .list(acting, Optional.empty(), PERSONALITIES, Optional.empty())
        .rows()
        .stream()
        .filter(voice ->
            voice.path("is_active").asBoolean(true)
                || voice.path("id").equals(row.path("ai_personality_id")))
        .forEach(voice ->
            voices.put(
                voice.path("id").asText(),
                voice.path("name").asText() + ", " + voice.path("title").asText()));
    return Sheets.SETTINGS.inputs().stream()
        .map(input -> input.name().equals("ai_personality_id") ? input.options(voices) : input)
        .toList();
  }
}
