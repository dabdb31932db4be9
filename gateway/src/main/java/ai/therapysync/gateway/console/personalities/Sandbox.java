package ai.therapysync.gateway.console.personalities;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.console.people.Languages;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.resources.Resource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A talk with a voice, saved or as typed, that nobody is sent and nobody keeps. */
public final class Sandbox {
  private static final String PATH = PersonalitiesPage.PATH + "/sandbox";
  private static final String MESSAGE = "message";
  private static final int LONGEST = 1_000;

  private final Callers callers;
  private final Editor editor;
  private final Props props;
  private final Turnstile turnstile = new Turnstile();

  Sandbox(Callers callers, Editor editor, Props props) {
    this.callers = callers;
    this.editor = editor;
    this.props = props;
  }

  /**
   * What the talk is played with.
   *
   * @param answers who writes, in a word
   */
  record Props(Stage stage, Rehearsal rehearsal, Countries countries, String answers) {}

  /**
   * What the page shows.
   *
   * @param kept whether the voice is as it is saved
   * @param turn what came of the message that was sent last
   * @param answers who writes, in a word
   */
  public record Model(
      String id,
      boolean kept,
      Form form,
      List<String> carried,
      Talk talk,
      Optional<Stage.Turn> turn,
      Rehearsal.Shown told,
      String answers) {
    public Model {
      carried = List.copyOf(carried);
    }

    /** Whether somebody made up would be in danger by now. */
    public boolean isInDanger() {
      return talk.said().stream().anyMatch(said -> said.level().isEmergency());
    }
  }

  void mount(Routes routes) {
    routes.get(PersonalitiesPage.PATH + "/{id}/sandbox", this::open);
    routes.post(PATH + "/open", Permission.EDIT_PERSONALITIES, this::openTyped);
    routes.post(PATH, Permission.EDIT_PERSONALITIES, this::say);
  }

  private Answer open(Visit visit) {
    return row(visit, visit.id("id"))
        .<Answer>map(row -> {
          Form shown = PersonalitySheet.KEPT.form().showing(row);
          Form form = Carried.with(shown, Map.of(Carried.ID, List.of(row.path("id").asText())));
          return page(scene(form, Optional.of(row)), Talk.none(), Optional.empty());
        })
        .orElseGet(Answer::missing);
  }

  private Answer openTyped(Visit visit) {
    Form form = visit.form();
    if (!PersonalitySheet.isGood(form)) {
      return editor.editing(visit, form);
    }
    Form fresh = Carried.with(form, Map.of());
    return page(scene(fresh, row(visit, id(form))), Talk.none(), Optional.empty());
  }

  private Answer say(Visit visit) {
    Form form = visit.form();
    if (!PersonalitySheet.isGood(form)) {
      return editor.editing(visit, form);
    }
    Talk talk = Talk.read(form.all(Talk.FIELD));
    Scene scene = scene(form, row(visit, id(form)));
    String words = form.required(MESSAGE, LONGEST);
    if (!form.isValid()) {
      return page(scene, talk, Optional.empty()).status(422);
    }
    return turnstile.pass(
        visit.caller().id(),
        () -> answered(visit, scene, talk, words),
        why -> {
          form.error(MESSAGE, why);
          return page(scene, talk, Optional.empty()).status(422);
        });
  }

  /** What is played: the form as it was sent, whom the voice talks to, and its row. */
  private record Scene(Form form, Person person, Optional<ObjectNode> row) {}

  private Scene scene(Form form, Optional<ObjectNode> row) {
    Audience audience = Audience.read(form, props.countries().names().keySet());
    return new Scene(form, audience.hearing(PersonalitySheet.voice(form)), row);
  }

  /** No connection is held while a model writes; that it was tried is noted before. */
  private Answer answered(Visit visit, Scene scene, Talk talk, String words) {
    acting(
        visit,
        acting -> {
          acting.note(tried(scene.row()));
          return true;
        });
    Stage.Turn turn = props.stage().answer(scene.person(), talk, words);
    Talk more =
        talk.and(new Talk.Said(Talk.Side.PERSON, turn.seen().level(), words), turn.answer());
    Form next = Carried.with(scene.form(), Map.of());
    return page(new Scene(next, scene.person(), scene.row()), more, Optional.of(turn));
  }

  private static AuditEntry tried(Optional<ObjectNode> row) {
    return new AuditEntry(
        "try",
        Resource.PERSONALITIES.table(),
        row.map(kept -> UUID.fromString(kept.path("id").asText())),
        Optional.empty(),
        List.of());
  }

  private Optional<ObjectNode> row(Visit visit, Optional<UUID> id) {
    return id.flatMap(voice ->
        acting(
            visit, acting -> PersonalitySheet.KEPT.rows().find(acting, Optional.empty(), voice)));
  }

  private <T> T acting(Visit visit, Function<Acting, T> work) {
    return callers.acting(visit.caller(), visit.origin(), work);
  }

  private static Optional<UUID> id(Form form) {
    return PersonalitiesPage.id(form.value(Carried.ID));
  }

  private Answer.Page page(Scene scene, Talk talk, Optional<Stage.Turn> turn) {
    Model model =
        new Model(
            scene.row().map(row -> row.path("id").asText()).orElse(""),
            scene.row().filter(row -> PersonalitySheet.isAsKept(scene.form(), row)).isPresent(),
            scene.form(),
            carried(scene.form()),
            talk,
            turn,
            props.rehearsal().told(scene.person()),
            props.answers());
    Map<String, Object> all = new HashMap<>();
    all.put("model", model);
    all.put("languages", Languages.names());
    all.put("countries", props.countries().names());
    return Answer.page(
            Section.PERSONALITIES,
            "Talk with " + scene.form().value("name"),
            "personalities/sandbox",
            all)
        .part("personalities/talk");
  }

  /** Fields that the page's own inputs don't show. */
  private static List<String> carried(Form form) {
    return Carried.fields().stream()
        .filter(name -> !Audience.FIELDS.contains(name))
        .filter(name -> !form.all(name).isEmpty())
        .toList();
  }
}
