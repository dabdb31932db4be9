package ai.therapysync.gateway.console.people;

import ai.therapysync.crisis.people.ContactReadiness.Standing;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.crisis.ContactDrill.Drilled;
import ai.therapysync.persistence.views.ContactStandings;
import ai.therapysync.persistence.views.ContactStandings.Known;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom to call in danger: in the order of the ladder, each with how ready they are. */
public final class ContactsTab {
  private static final int MOST = 100;

  private final Chart chart;
  private final Tools tools;

  ContactsTab(Chart chart, Tools tools) {
    this.chart = chart;
    this.tools = tools;
  }

  /**
   * A contact. Private: never printed.
   *
   * @param known empty where they are not in the ladder
   */
  public record Line(UUID id, String name, String ways, ObjectNode row, Optional<Known> known) {
    /** Where they stand, in a word or two. */
    public String standing() {
      return known.map(one -> words(one.standing())).orElse("not in the ladder");
    }

    /** The look of that word. */
    public String look() {
      return known.map(one -> ContactsTab.look(one.standing())).orElse("");
    }

    /** Whether a box of the row is ticked. */
    public boolean is(String column) {
      return row.path(column).asBoolean();
    }

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  void mount(Routes routes) {
    // Before the addresses of rows, which would take its word for an id.
    routes.post(Tab.CONTACTS.route() + "/ask", Permission.CHANGE_USERS, this::ask);
    new RowsTab(
            chart,
            new RowsTab.Kind(
                Tab.CONTACTS,
                Sheets.CONTACT,
                "contact",
                "Remove",
                (_, acting, person) -> list(acting, person),
                Optional.empty()))
        .mount(routes);
  }

  private Answer list(Acting acting, Head person) {
    Map<UUID, Known> known = ContactStandings.of(acting, person.id(), tools.clock().instant());
    List<UUID> order = new ArrayList<>(known.keySet());
    List<Line> lines =
        Sheets.CONTACT
            .rows()
            .list(acting, Optional.of(person.id()), MOST, Optional.empty())
            .rows()
            .stream()
            .map(row -> line(row, known))
            .sorted(
                Comparator.comparingInt(line ->
                    line.known().isPresent() ? order.indexOf(line.id()) : Integer.MAX_VALUE))
            .toList();
    return Chart.page(person, Tab.CONTACTS, "contacts", Map.of("lines", lines));
  }

  private static Line line(ObjectNode row, Map<UUID, Known> known) {
    UUID id = UUID.fromString(row.path("id").asText());
    String ways =
        Stream.of("phone_number", "email")
            .map(column -> row.path(column).asText(""))
            .filter(way -> !way.isBlank() && !way.equals("null"))
            .collect(Collectors.joining(" · "));
    return new Line(id, row.path("name").asText(), ways, row, Optional.ofNullable(known.get(id)));
  }

  /** The question is written once the audit line stands. */
  private Answer ask(Visit visit) {
    Answer noted =
        chart.on(
            visit,
            Tab.CONTACTS,
            (acting, person) -> {
              acting.note(AuditEntry.of("ask_contacts", "emergency_contacts", person.id()));
              return Answer.redirect(Tab.CONTACTS.path(person.id()));
            });
    if (!(noted instanceof Answer.Redirect back)) {
      return noted;
    }
    Optional<Drilled> drilled =
        visit.id("id").flatMap(id -> tools.drill().drill(id, tools.clock().instant()));
    tools.commands().wake().up();
    return back.saying(drilled.map(ContactsTab::told).orElse("There was nobody to ask."));
  }

  private static String told(Drilled drilled) {
    long asked = drilled.lines().stream().filter(line -> line.standing().equals("asked")).count();
    boolean open =
        drilled.lines().stream().anyMatch(line -> line.standing().startsWith("not asked"));
    if (open) {
      return "Nobody is asked while an incident is open.";
    }
    if (drilled.nobody()) {
      return "None of the contacts can be reached.";
    }
    return asked == 0
        ? "Nobody needs to be asked just now."
        : asked == 1 ? "One contact is asked." : asked + " contacts are asked.";
  }

  private static String words(Standing standing) {
    return switch (standing) {
      case NOT_TOLD -> "must not be told";
      case NO_WAY -> "no way to reach";
      case OPTED_OUT -> "said STOP";
      case DECLINED -> "declined";
      case VERIFIED -> "said yes";
      case WAITING -> "asked, no answer yet";
      case LATER -> "to be asked later";
      case TO_ASK -> "not asked yet";
    };
  }

  private static String look(Standing standing) {
    return switch (standing) {
      case VERIFIED -> "ok";
      case OPTED_OUT, DECLINED, NO_WAY -> "danger";
      case WAITING, LATER, TO_ASK -> "warn";
      case NOT_TOLD -> "";
    };
  }
}
