package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.gateway.simulator.network.Choices;
import ai.therapysync.gateway.simulator.network.Choices.Choice;
import ai.therapysync.gateway.simulator.network.SimulatedMessage.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what offers buttons or a list, within the limits that WhatsApp has for them. */
final class GraphInteractive {
  private static final int LONGEST_BODY = 1_024;
  private static final int MOST_BUTTONS = 3;
  private static final int MOST_ROWS = 10;
  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_ROW = 24;
  private static final int LONGEST_DESCRIPTION = 72;
  private static final int LONGEST_SIDE_TEXT = 60;

  private GraphInteractive() {}

  static Content read(JsonNode interactive) {
    List<String> parts = new ArrayList<>();
    side(interactive.path("header").path("text"), "header").ifPresent(parts::add);
    parts.add(
        GraphOrder.text(
            interactive.path("body").path("text"), "interactive.body.text", LONGEST_BODY));
    side(interactive.path("footer").path("text"), "footer").ifPresent(parts::add);
    JsonNode action = interactive.path("action");
    Choices choices =
        switch (interactive.path("type").asText("")) {
          case "button" -> buttons(action);
          case "list" -> list(action);
          default -> throw GraphError.parameter("interactive.type is button or list");
        };
    if (choices.all().stream().map(Choice::id).distinct().count() < choices.all().size()) {
      throw GraphError.parameter("two choices have the same id");
    }
    if (choices.all().stream().map(Choice::title).distinct().count() < choices.all().size()) {
      throw GraphError.parameter("two choices have the same title");
    }
    return new Content(String.join("\n", parts), List.of(), false, Optional.of(choices));
  }

  private static Choices buttons(JsonNode action) {
    List<Choice> buttons = new ArrayList<>();
    for (JsonNode button : action.path("buttons")) {
      if (!button.path("type").asText("").equals("reply")) {
        throw GraphError.parameter("a button is of the type reply");
      }
      buttons.add(choice(button.path("reply"), 256, LONGEST_LABEL));
    }
    return new Choices(Optional.empty(), counted(buttons, MOST_BUTTONS, "buttons"));
  }

  private static Choices list(JsonNode action) {
    String label = GraphOrder.text(action.path("button"), "action.button", LONGEST_LABEL);
    JsonNode sections = action.path("sections");
    List<Choice> rows = new ArrayList<>();
    for (JsonNode section : sections) {
      if (sections.size() > 1) {
        GraphOrder.text(section.path("title"), "section.title", LONGEST_ROW);
      }
      section.path("rows").forEach(row -> rows.add(choice(row, 200, LONGEST_ROW)));
    }
    return new Choices(Optional.of(label), counted(rows, MOST_ROWS, "rows"));
  }

  private static Choice choice(JsonNode choice, int longestId, int longestTitle) {
    JsonNode description = choice.path("description");
    return new Choice(
        GraphOrder.text(choice.path("id"), "id", longestId),
        GraphOrder.text(choice.path("title"), "title", longestTitle),
        description.isMissingNode()
            ? ""
            : GraphOrder.text(description, "description", LONGEST_DESCRIPTION));
  }

  private static List<Choice> counted(List<Choice> choices, int most, String what) {
    if (choices.isEmpty() || choices.size() > most) {
      throw GraphError.parameter("there are 1 to " + most + " " + what);
    }
    return choices;
  }

  private static Optional<String> side(JsonNode text, String name) {
    return text.isMissingNode()
        ? Optional.empty()
        : Optional.of(GraphOrder.text(text, name, LONGEST_SIDE_TEXT));
  }
}
