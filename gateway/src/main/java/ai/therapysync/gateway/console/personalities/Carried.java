package ai.therapysync.gateway.console.personalities;

import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.people.RowForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What goes from page to page with a voice that is typed and not saved. */
final class Carried {
  /** Which row it is of; empty for one that is added. */
  static final String ID = "id";

  private Carried() {}

  /** All names. */
  static List<String> fields() {
    return Stream.of(PersonalitySheet.fields(), List.of(ID, RowForm.VERSION), Audience.FIELDS)
        .flatMap(List::stream)
        .toList();
  }

  /** The same form with other values of some fields, the usual ones where it has none. */
  static Form with(Form form, Map<String, List<String>> others) {
    Map<String, List<String>> values = new HashMap<>();
    Audience.USUAL.forEach((name, value) -> values.put(name, List.of(value)));
    fields().stream()
        .filter(name -> !form.all(name).isEmpty())
        .forEach(name -> values.put(name, form.all(name)));
    values.putAll(others);
    return Form.of(values);
  }
}
