package ai.therapysync.gateway.console.personalities;

import static ai.therapysync.gateway.console.people.Input.check;
import static ai.therapysync.gateway.console.people.Input.choice;
import static ai.therapysync.gateway.console.people.Input.line;

import ai.therapysync.gateway.api.Shapes;
import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.people.Input;
import ai.therapysync.gateway.console.people.Input.Widget;
import ai.therapysync.gateway.console.people.Sheet;
import ai.therapysync.persistence.resources.Resource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be set of a voice, column by column, with what each does in plain words. */
public final class PersonalitySheet {
  /** Inputs that belong together. */
  public record Group(String title, List<Input> inputs) {
    public Group {
      inputs = List.copyOf(inputs);
    }
  }

  static final List<Group> GROUPS =
      List.of(
          new Group(
              "Who it is",
              List.of(
                  line(
                      "name",
                      "Name",
                      "What people call it. It always says that it is an AI; a name that claims a profession, such as Dr Clara, is not said."),
                  line("title", "Title", "What it is for in a few words, such as CBT companion."),
                  Input.of(
                      Widget.STORY,
                      "description",
                      "Description",
                      "Who it is, in a sentence or two. People see the first sentence when they choose; nothing in it may claim to be human."))),
          new Group(
              "How it talks",
              List.of(
                  line(
                          "approach",
                          "Approach",
                          "The school that its questions and exercises are taken from.")
                      .options(
                          same(
                              "cognitive-behavioural (CBT)",
                              "dialectical-behavioural (DBT)",
                              "acceptance and commitment (ACT)",
                              "mindfulness-based",
                              "solution-focused",
                              "narrative",
                              "person-centred")),
                  line(
                          "communication_style",
                          "Manner",
                          "How its answers are phrased: warm, gentle, direct, encouraging, playful, or words of your own.")
                      .options(same("warm", "gentle", "direct", "encouraging", "playful")),
                  Input.of(
                      Widget.PAIRS,
                      "personality_traits",
                      "Traits",
                      "One per line, such as “warmth: high”, “directness: low”, “humour: dry”, “pace: slow”; a number from 0 to 1 does, too."))),
          new Group(
              "What it is good at",
              List.of(
                  Input.of(
                      Widget.LIST,
                      "specialties",
                      "Specialties",
                      "One per line, such as sleep or grief. It asks about them first."),
                  Input.of(
                      Widget.PAIRS,
                      "effectiveness_areas",
                      "Good with",
                      "One per line, such as “anxiety: high”. There it offers exercises sooner."))),
          new Group(
              "How apps show it",
              List.of(
                  choice("color_scheme", "Colour", "", Looks.colours()).unset(Looks.USUAL_COLOUR),
                  choice("icon", "Symbol", "", Looks.symbols()).unset(Looks.USUAL_SYMBOL))));

  private static final Input OFFERED =
      check(
              "is_active",
              "Offer it at once",
              "Off: it is kept here as a draft, and nobody can choose it yet.")
          .unset("true");

  private static final List<Input> ALL =
      GROUPS.stream().flatMap(group -> group.inputs().stream()).toList();

  /** A voice that there is; whether it can be chosen is a button of its own. */
  static final Sheet KEPT =
      new Sheet(Resource.PERSONALITIES, Shapes.PERSONALITY, (_, _, _) -> List.of(), ALL);

  /** A voice that is added. */
  static final Sheet NEW = KEPT.asking(Stream.concat(ALL.stream(), Stream.of(OFFERED)).toList());

  private PersonalitySheet() {}

  /** As they are shown for a voice that is added. */
  static List<Group> groupsOfNew() {
    List<Group> groups = new ArrayList<>(GROUPS);
    groups.add(new Group("When people can choose it", List.of(OFFERED)));
    return groups;
  }

  /** The names of all fields, so that what was typed can be carried from page to page. */
  static List<String> fields() {
    return NEW.inputs().stream().map(Input::name).toList();
  }

  /** What is wrong with what was typed, noted beside its fields. */
  static boolean isGood(Form typed) {
    List<Fault> faults = KEPT.shape().faultsOfNew(KEPT.form().body(typed, true));
    KEPT.form().note(typed, faults);
    return faults.isEmpty();
  }

  /** The voice as far as it is typed by now: what can't be kept yet says nothing. */
  static ObjectNode voice(Form typed) {
    ObjectNode body = KEPT.form().body(typed, true);
    KEPT.shape().faultsOfNew(body).forEach(fault -> body.remove(fault.field()));
    return KEPT.shape().values(body);
  }

  /** Whether what was typed is what is kept. */
  static boolean isAsKept(Form typed, ObjectNode row) {
    return KEPT.form().body(typed, row).properties().stream()
        .allMatch(value -> value.getValue().equals(row.path(value.getKey())));
  }

  private static Map<String, String> same(String... words) {
    Map<String, String> options = new LinkedHashMap<>();
    Arrays.stream(words).forEach(word -> options.put(word, word));
    return Collections.unmodifiableMap(options);
  }
}
