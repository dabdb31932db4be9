package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.memory.Exchange;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.reply.AnswerForm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form in which a model says what is to be remembered, and what of it is believed. */
final class MemoryForm {
  static final List<String> TYPES =
      List.of("person", "event", "preference", "trigger", "what_helped", "promise", "fact");
  static final AnswerForm.Fields FORM = form();

  private static final int MOST = 4;
  private static final int MOST_TAGS = 3;
  private static final int LONGEST_TAG = 24;
  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_CONTENT = 200;
  private static final int SHORTEST_QUOTE = 3;

  private final Tact tact = new Tact();

  /**
   * What is believed of an answer.
   *
   * @return empty when the answer is of another form, or nothing that it says can be believed
   */
  Optional<List<Memory>> read(String answer, Exchange exchange) {
    Optional<JsonNode> listed =
        Json.object(answer).map(it -> it.path("memories")).filter(JsonNode::isArray);
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    List<Memory> sound =
        listed.get().valueStream().flatMap(entry -> memory(entry, exchange).stream()).toList();
    return sound.isEmpty() && !listed.get().isEmpty()
        ? Optional.empty()
        : Optional.of(fresh(sound, exchange.known()));
  }

  private static List<Memory> fresh(List<Memory> sound, List<Memory> known) {
    List<Memory> fresh = new ArrayList<>();
    for (Memory memory : sound) {
      if (fresh.size() < MOST && isNew(memory, known) && isNew(memory, fresh)) {
        fresh.add(memory);
      }
    }
    return fresh;
  }

  private Optional<Memory> memory(JsonNode entry, Exchange exchange) {
    String type = entry.path("type").asText();
    String title = Json.text(entry.path("title"));
    String content = Json.text(entry.path("content"));
    JsonNode importance = entry.path("importance");
    boolean fits =
        TYPES.contains(type)
            && !title.isEmpty()
            && title.length() <= LONGEST_TITLE
            && !content.isEmpty()
            && content.length() <= LONGEST_CONTENT
            && importance.isNumber()
            && importance.asDouble() >= 0
            && importance.asDouble() <= 1
            && isSaid(Json.text(entry.path("quote")), exchange.said())
            && tact.allows(title + ". " + content, exchange.language());
    return fits
        ? Optional.of(
            new Memory(type, title, content, tags(type, entry, exchange), importance.asDouble()))
        : Optional.empty();
  }

  /** What the person did not say is not remembered of them, however well it is put. */
  private static boolean isSaid(String quote, List<String> said) {
    String words = words(quote);
    return words.length() >= SHORTEST_QUOTE
        && said.stream().anyMatch(text -> words(text).contains(words));
  }

  private static List<String> tags(String type, JsonNode entry, Exchange exchange) {
    Stream<String> own =
        Json.texts(entry.path("tags"), LONGEST_TAG, MOST_TAGS).stream()
            .map(tag -> tag.toLowerCase(Locale.ROOT))
            .filter(tag -> tag.codePoints().allMatch(c -> Character.isLetter(c) || isMark(c)));
    return Stream.concat(Stream.of(type, exchange.language().code()), own).distinct().toList();
  }

  private static boolean isMark(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isNew(Memory memory, List<Memory> known) {
    String content = words(memory.content());
    String title = words(memory.title());
    return known.stream()
        .noneMatch(
            old -> words(old.content()).contains(content) || words(old.title()).equals(title));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }

  private static AnswerForm.Fields form() {
    Map<String, AnswerForm> entry = new LinkedHashMap<>();
    entry.put("type", new AnswerForm.OneOf("what kind of thing it is", TYPES));
    entry.put("title", new AnswerForm.Text("at most six words"));
    entry.put("content", new AnswerForm.Text("one sentence, said to the person"));
    entry.put("quote", new AnswerForm.Text("the words that it rests on, unchanged"));
    entry.put("tags", new AnswerForm.ListOf("single words", new AnswerForm.Text("a word")));
    entry.put("importance", new AnswerForm.Share("from 0 to 1"));
    AnswerForm.Fields each = new AnswerForm.Fields("something to remember", entry);
    return new AnswerForm.Fields(
        "what is to be remembered",
        Map.of("memories", new AnswerForm.ListOf("at most four", each)));
  }
}
