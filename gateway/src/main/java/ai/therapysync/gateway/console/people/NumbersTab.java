package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.When;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.conversation.NumberCodes;
import ai.therapysync.persistence.conversation.NumberCodes.Issue;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A person's numbers, and the codes by which they become theirs. */
public final class NumbersTab {
  private static final int MOST = 100;

  private final Chart chart;
  private final NumberCodes codes;

  NumbersTab(Chart chart, NumberCodes codes) {
    this.chart = chart;
    this.codes = codes;
  }

  /** A number. Private: never printed. */
  public record Line(String id, String number, boolean verified, boolean active) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** A code that is shown once. Private: never printed. */
  public record Code(String code, Instant until) {
    @Override
    public String toString() {
      return "Code[private]";
    }
  }

  void mount(Routes routes) {
    new RowsTab(
            chart,
            new RowsTab.Kind(
                Tab.NUMBERS,
                Sheets.NUMBER,
                "number",
                "Remove",
                (_, acting, person) -> list(acting, person, Optional.empty(), ""),
                Optional.of((_, acting, person, row) ->
                    issued(acting, person, UUID.fromString(row.path("id").asText())))))
        .mount(routes);
    routes.post(
        Tab.NUMBERS.route() + "/{row}/code",
        Permission.CHANGE_USERS,
        visit ->
            chart.on(
                visit,
                Tab.NUMBERS,
                (acting, person) ->
                    visit
                        .id("row")
                        .filter(
                            row -> rows().find(acting, Optional.of(person.id()), row).isPresent())
                        .map(row -> issued(acting, person, row))
                        .orElseGet(Answer::missing)));
  }

  /** The list, with a new code for one of them. */
  Answer issued(Acting acting, Head person, UUID row) {
    return switch (codes.issue(acting, person.id(), row)) {
      case Issue.Issued issued ->
          list(acting, person, Optional.of(new Code(issued.code(), issued.until())), "");
      case Issue.NotNeeded _ ->
          list(
              acting,
              person,
              Optional.empty(),
              "That number needs no code: it is verified, or not in use.");
      case Issue.TooMany(Duration pause) ->
          list(
              acting,
              person,
              Optional.empty(),
              "Too many codes within an hour. Try again in " + When.span(pause) + ".");
    };
  }

  private static Answer list(Acting acting, Head person, Optional<Code> code, String words) {
    List<Line> lines =
        rows().list(acting, Optional.of(person.id()), MOST, Optional.empty()).rows().stream()
            .map(NumbersTab::line)
            .toList();
    return Chart.page(
        person, Tab.NUMBERS, "numbers", Map.of("lines", lines, "code", code, "words", words));
  }

  private static ResourceRows rows() {
    return Sheets.NUMBER.rows();
  }

  private static Line line(ObjectNode row) {
    return new Line(
        row.path("id").asText(),
        row.path("phone_number").asText(),
        row.path("is_verified").asBoolean(),
        row.path("is_active").asBoolean(true));
  }
}
