package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.Choices.Choice;
import ai.therapysync.conversation.message.Offer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A question with its answers as Meta shows them: up to three buttons, or a list. What a button
 * can't hold stands in the text, numbered, and the button carries the number. A button's id is the
 * typed answer, and the offer that it belongs to.
 */
final class MetaInteractive {
  private static final int LONGEST_BODY = 1_024;
  private static final int MOST_BUTTONS = 3;
  private static final int LONGEST_BUTTON = 20;
  private static final int MOST_ROWS = 10;
  private static final int LONGEST_TITLE = 24;
  private static final int LONGEST_DESCRIPTION = 72;

  private final String text;
  private final Offer offer;
  private final Choices choices;

  private MetaInteractive(String text, Offer offer) {
    this.text = text;
    this.offer = offer;
    this.choices = offer.choices();
  }

  /** The content of {@code interactive}; empty where the limits leave only plain text. */
  static Optional<ObjectNode> of(String text, Offer offer) {
    MetaInteractive question = new MetaInteractive(text, offer);
    int size = question.choices.all().size();
    Optional<ObjectNode> shown =
        size <= MOST_BUTTONS ? Optional.of(question.buttons()) : question.list();
    return shown.filter(node -> node.path("body").path("text").asText().length() <= LONGEST_BODY);
  }

  private ObjectNode buttons() {
    boolean fit = choices.all().stream().allMatch(one -> one.line().length() <= LONGEST_BUTTON);
    ObjectNode node = node("button", fit);
    ArrayNode buttons = node.putObject("action").putArray("buttons");
    for (Choice one : choices.all()) {
      String title = fit ? one.line() : choices.number(one);
      buttons
          .addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", offer.button(one))
          .put("title", title);
    }
    return node;
  }

  private Optional<ObjectNode> list() {
    List<Choice> all = choices.all();
    if (all.size() > MOST_ROWS) {
      return Optional.empty();
    }
    boolean titled =
        all.stream()
            .allMatch(one ->
                one.label().length() <= LONGEST_TITLE
                    && one.detail().length() <= LONGEST_DESCRIPTION);
    boolean described = all.stream().allMatch(one -> one.line().length() <= LONGEST_DESCRIPTION);
    ObjectNode node = node("list", titled || described);
    ObjectNode action = node.putObject("action").put("button", choices.opener());
    ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
    for (Choice one : all) {
      String title = titled ? one.label() : choices.number(one);
      String description = titled ? one.detail() : described ? one.line() : "";
      ObjectNode row = rows.addObject().put("id", offer.button(one)).put("title", title);
      if (!description.isEmpty()) {
        row.put("description", description);
      }
    }
    return Optional.of(node);
  }

  private ObjectNode node(String type, boolean fit) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", type);
    node.putObject("body").put("text", fit ? text : choices.numbered(text));
    return node;
  }
}
