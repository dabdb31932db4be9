package ai.therapysync.gateway.console.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a column is asked for in a form.
 *
 * @param hint what it does, in plain words
 * @param options the words to choose from, for a choice; for a line those that are offered
 * @param unset what stands for no value
 */
public record Input(
    String name,
    String label,
    String hint,
    Widget widget,
    Map<String, String> options,
    String unset) {
  public Input {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** What it looks like. */
  public enum Widget {
    LINE,
    STORY,
    /** One entry per line. */
    LIST,
    /** One name with its value per line. */
    PAIRS,
    CHECK,
    CHOICE,
    ZONE,
    TIME,
    DAY,
    NUMBER
  }

  /** One that is typed. */
  public static Input of(Widget widget, String name, String label, String hint) {
    return new Input(name, label, hint, widget, Map.of(), "");
  }

  /** A line of text. */
  public static Input line(String name, String label, String hint) {
    return of(Widget.LINE, name, label, hint);
  }

  /** A box to tick. */
  public static Input check(String name, String label, String hint) {
    return of(Widget.CHECK, name, label, hint);
  }

  /** One of several. */
  public static Input choice(String name, String label, String hint, Map<String, String> options) {
    return new Input(name, label, hint, Widget.CHOICE, options, "");
  }

  /** The same, with what stands for no value. */
  public Input unset(String value) {
    return new Input(name, label, hint, widget, options, value);
  }

  /** The same, with other words to choose from. */
  public Input options(Map<String, String> others) {
    return new Input(name, label, hint, widget, others, unset);
  }
}
