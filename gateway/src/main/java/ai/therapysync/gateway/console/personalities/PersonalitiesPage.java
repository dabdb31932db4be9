package ai.therapysync.gateway.console.personalities;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.views.PersonalityList;
import ai.therapysync.persistence.views.PersonalityList.Found;
import ai.therapysync.persistence.views.PersonalityList.Sought;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The voices in a list, each with how many people it answers; the way to editor and sandbox. */
public final class PersonalitiesPage implements ConsolePage {
  static final String PATH = "/console/personalities";
  private static final String STATE = "state";
  private static final int A_PAGE = 50;
  private static final int LONGEST = 100;

  private final Callers callers;
  private final Editor editor;
  private final Sandbox sandbox;

  /**
   * With what it reads and changes by.
   *
   * @param answers who writes in the sandbox, in a word
   */
  public PersonalitiesPage(Callers callers, Stage stage, Countries countries, String answers) {
    this.callers = callers;
    Rehearsal rehearsal = new Rehearsal();
    this.editor = new Editor(callers, rehearsal);
    this.sandbox =
        new Sandbox(callers, editor, new Sandbox.Props(stage, rehearsal, countries, answers));
  }

  @Override
  public Section section() {
    return Section.PERSONALITIES;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, this::list);
    sandbox.mount(routes);
    editor.mount(routes);
  }

  private Answer list(Visit visit) {
    Form form = visit.search();
    String words = form.optional("q", LONGEST).orElse("");
    Optional<Boolean> active =
        switch (form.value(STATE)) {
          case "active" -> Optional.of(true);
          case "retired" -> Optional.of(false);
          default -> Optional.empty();
        };
    Optional<UUID> after = visit.query("after").flatMap(PersonalitiesPage::id);
    Sought sought = new Sought(form.isValid() ? words : "", active);
    Found found =
        callers.acting(
            visit.caller(),
            visit.origin(),
            acting -> PersonalityList.list(acting, sought, A_PAGE, after));
    return Answer.page(
            Section.PERSONALITIES,
            "Personalities",
            "personalities/list",
            Map.of(
                "form",
                form,
                "states",
                states(),
                "lines",
                found.lines(),
                "next",
                found.more() ? address(form, found.lines().getLast().id()) : "",
                "first",
                after.isPresent() ? address(form) : ""))
        .part("personalities/lines")
        .status(form.isValid() ? 200 : 422);
  }

  private static Map<String, String> states() {
    Map<String, String> states = new LinkedHashMap<>();
    states.put("", "All");
    states.put("active", "Can be chosen");
    states.put("retired", "Retired");
    return states;
  }

  private static String address(Form form, UUID after) {
    String first = address(form);
    return first + (first.contains("?") ? "&" : "?") + "after=" + after;
  }

  private static String address(Form form) {
    String query =
        Stream.of("q", STATE)
            .filter(field -> !form.value(field).isBlank())
            .map(
                field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return PATH + (query.isEmpty() ? "" : "?" + query);
  }

  /** An id that somebody typed. */
  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
