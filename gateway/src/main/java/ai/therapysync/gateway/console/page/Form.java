package ai.therapysync.gateway.console.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What somebody typed, and what is wrong with it, field by field, so that a page can show both. One
 * reading finds all faults; a value that is read after a fault stands in for the missing one.
 */
public final class Form {
  private final Map<String, List<String>> values;
  private final Map<String, String> errors = new LinkedHashMap<>();

  private Form(Map<String, List<String>> values) {
    this.values = Map.copyOf(values);
  }

  /** As it was sent. */
  public static Form of(Map<String, List<String>> sent) {
    return new Form(sent);
  }

  /** As it is first shown: with these values. */
  public static Form showing(Map<String, String> values) {
    Map<String, List<String>> lists = new HashMap<>();
    values.forEach((field, value) -> lists.put(field, List.of(value)));
    return new Form(lists);
  }

  /** Nothing typed yet. */
  public static Form empty() {
    return new Form(Map.of());
  }

  /** What stands in the field, as it was typed. */
  public String value(String field) {
    return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
  }

  /** All values of a field that may have several. */
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** Whether a box is ticked. */
  public boolean checked(String field) {
    return values.containsKey(field);
  }

  /** Whether a box with this value is ticked. */
  public boolean checked(String field, String value) {
    return all(field).contains(value);
  }

  /** A text that must be there. */
  public String required(String field, int longest) {
    String text = optional(field, longest).orElse("");
    if (text.isEmpty()) {
      error(field, "Fill this in");
    }
    return text;
  }

  /** A text that may be left out. */
  public Optional<String> optional(String field, int longest) {
    String text = value(field).strip();
    if (text.codePointCount(0, text.length()) > longest) {
      error(field, "At most " + longest + " characters");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A whole number that may be left out. */
  public Optional<Integer> number(String field, int lowest, int highest) {
    return parsed(
        field,
        "A whole number from " + lowest + " to " + highest,
        text ->
            text.matches("-?[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(text))
                    .filter(number -> number >= lowest && number <= highest)
                : Optional.empty());
  }

  /** A value of some other kind that may be left out; with what to say when it can't be read. */
  public <T> Optional<T> parsed(String field, String rule, Function<String, Optional<T>> parser) {
    String text = value(field).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = parser.apply(text);
    if (value.isEmpty()) {
      error(field, rule);
    }
    return value;
  }

  /** Says what is wrong with a field; the first word on it stands. */
  public void error(String field, String words) {
    errors.putIfAbsent(field, words);
  }

  /** What is wrong with a field; empty when nothing is. */
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  /** Fields with what is wrong, in the order in which it was found. */
  public Map<String, String> errors() {
    return Map.copyOf(errors);
  }

  public boolean isValid() {
    return errors.isEmpty();
  }

  /** Forms hold private words: never printed. */
  @Override
  public String toString() {
    return "Form" + errors.keySet();
  }
}
