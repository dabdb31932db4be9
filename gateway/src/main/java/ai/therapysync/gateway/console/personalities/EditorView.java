package ai.therapysync.gateway.console.personalities;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.people.Languages;
import ai.therapysync.gateway.console.personalities.PersonalitySheet.Group;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.views.PersonalityList;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The editor's page: a voice in a form, and beside it what it sounds like as typed. */
public final class EditorView {
  /** The column that says whether it can be chosen. */
  static final String ACTIVE = "is_active";

  private final Rehearsal rehearsal;

  EditorView(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /**
   * What the page shows.
   *
   * @param id empty for one that is added
   * @param active whether it can be chosen
   * @param people who have chosen it
   */
  public record Model(
      String id,
      Form form,
      List<Group> groups,
      boolean active,
      long people,
      Rehearsal.Shown preview) {
    public Model {
      groups = List.copyOf(groups);
    }
  }

  /** A voice that there is, and how many have chosen it. */
  record Row(UUID id, ObjectNode kept, long people) {
    /** As a form, with other values of some fields. */
    Form form(Map<String, List<String>> others) {
      return Carried.with(PersonalitySheet.KEPT.form().showing(kept), others);
    }

    boolean isActive() {
      return kept.path(ACTIVE).asBoolean(true);
    }

    String name() {
      return kept.path("name").asText();
    }
  }

  static Optional<Row> row(Acting acting, Optional<UUID> id) {
    return id.flatMap(voice ->
        PersonalitySheet.KEPT
            .rows()
            .find(acting, Optional.empty(), voice)
            .map(kept -> new Row(voice, kept, PersonalityList.people(acting, voice))));
  }

  /** Of a voice that is added. */
  Answer.Page page(Form form) {
    return page(
        "New personality",
        new Model("", form, PersonalitySheet.groupsOfNew(), true, 0, heard(form)));
  }

  /** Of a voice that there is. */
  Answer.Page page(Row row, Form form) {
    return page(
        row.name(),
        new Model(
            row.id().toString(),
            form,
            PersonalitySheet.GROUPS,
            row.isActive(),
            row.people(),
            heard(form)));
  }

  /** What is typed, heard; for a script only that, without looking anything up. */
  Answer.Part part(Form form) {
    return new Answer.Part("personalities/preview", Map.of("preview", heard(form)));
  }

  private static Answer.Page page(String title, Model model) {
    return Answer.page(
        Section.PERSONALITIES,
        title,
        "personalities/editor",
        Map.of("model", model, "languages", Languages.names()));
  }

  private Rehearsal.Shown heard(Form form) {
    Language language = Language.of(form.value(Audience.LANGUAGE)).orElse(Language.ENGLISH);
    return rehearsal.of(PersonalitySheet.voice(form), language);
  }
}
