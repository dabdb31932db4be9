package ai.therapysync.gateway.console.crises;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.views.CallList;
import ai.therapysync.persistence.views.CrisisCase;
import ai.therapysync.persistence.views.CrisisCases;
import ai.therapysync.persistence.views.DangerSigns;
import ai.therapysync.persistence.views.SharedPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One incident: who, why, where the ladder stands, and what an operator does about it. */
public final class CrisisPage implements ConsolePage {
  private static final int LONGEST_OUTCOME = 2_000;
  private static final String ONE = CrisesPage.PATH + "/{id}";

  private final Callers callers;
  private final DangerSigns signs;
  private final SharedPlaces places;
  private final CrisisDoings doings;

  /** With what it reads, and what is done from it. */
  public CrisisPage(Callers callers, DangerSigns signs, SharedPlaces places, CrisisDoings doings) {
    this.callers = callers;
    this.signs = signs;
    this.places = places;
    this.doings = doings;
  }

  /**
   * What the page shows.
   *
   * @param signs none where only the live part is asked for: each look is a line of the audit log;
   *     and so is each at the place
   */
  public record Model(
      CrisisCase incident,
      List<CallList.Entry> contacts,
      List<DangerSigns.Sign> signs,
      SharedPlaces.Latest place,
      Form form,
      Rights rights) {
    public Model {
      contacts = List.copyOf(contacts);
      signs = List.copyOf(signs);
    }
  }

  /**
   * What the caller may do.
   *
   * @param works take it and end it
   * @param calls see contacts with their numbers, and where the person is
   * @param reads read the conversation
   * @param joins take it over
   */
  public record Rights(boolean works, boolean calls, boolean reads, boolean joins) {}

  @Override
  public Section section() {
    return Section.CRISES;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(ONE, visit -> with(visit, id -> show(visit, id, Form.empty())));
    routes.get(ONE + "/place", visit -> with(visit, id -> place(visit, id)));
    // The address in mails and webhooks.
    routes.get("/console/incidents/{id}", visit -> with(visit, id -> Answer.redirect(path(id))));
    routes.post(
        ONE + "/acknowledge",
        Permission.WORK_CRISES,
        visit -> with(visit, id -> acknowledge(visit, id)));
    routes.post(
        ONE + "/resolve", Permission.WORK_CRISES, visit -> with(visit, id -> resolve(visit, id)));
  }

  private interface OfOne {
    Answer answer(UUID id);
  }

  private static Answer with(Visit visit, OfOne page) {
    return visit.id("id").map(page::answer).orElseGet(Answer::missing);
  }

  private static String path(UUID id) {
    return CrisesPage.PATH + "/" + id;
  }

  private Answer show(Visit visit, UUID id, Form form) {
    return callers
        .acting(
            visit.caller(), visit.origin(), acting -> read(acting, id, form, !visit.isPartial()))
        .<Answer>map(model -> page(model))
        .orElseGet(Answer::missing);
  }

  private static Answer.Page page(Model model) {
    String name = model.incident().who().name();
    Answer.Page page =
        Answer.page(
                Section.CRISES,
                name.isBlank() ? "Somebody in danger" : name,
                "crises/one",
                Map.of("model", model))
            .part("crises/standing");
    return model.form().isValid() ? page : page.status(422);
  }

  private Optional<Model> read(Acting acting, UUID id, Form form, boolean whole) {
    return CrisisCases.find(acting, id)
        .map(incident -> {
          UUID person = incident.who().id();
          Rights rights = rights(acting, person);
          return new Model(
              incident,
              rights.calls()
                  ? CallList.of(acting, person, incident.standing().closeDanger())
                  : List.of(),
              whole ? signs.of(acting, id, person) : List.of(),
              whole && rights.calls()
                  ? places.of(acting, id, person, "")
                  : new SharedPlaces.Latest.None(),
              form,
              rights);
        });
  }

  /** A newer place than the one that is shown; looking on is not reading the same again. */
  private Answer place(Visit visit, UUID id) {
    String seen = visit.query("seen").orElse("");
    return callers.acting(
        visit.caller(),
        visit.origin(),
        acting ->
            CrisisCases.person(acting, id)
                .filter(person -> rights(acting, person).calls())
                .map(person -> place(places.of(acting, id, person, seen), seen))
                .orElseGet(Answer::missing));
  }

  private static Answer place(SharedPlaces.Latest latest, String seen) {
    boolean nothing =
        switch (latest) {
          case SharedPlaces.Latest.None _ -> seen.isEmpty();
          case SharedPlaces.Latest.Seen _ -> true;
          case SharedPlaces.Latest.Newer _ -> false;
        };
    return nothing
        ? new Answer.Unchanged()
        : new Answer.Part("crises/place", Map.of("latest", latest));
  }

  private static Rights rights(Acting acting, UUID person) {
    boolean own = acting.caller().is(person);
    return new Rights(
        !own && acting.caller().may(Permission.WORK_CRISES),
        acting.caller().may(Permission.SEE_USERS),
        acting.caller().may(Permission.READ_CONVERSATIONS),
        acting.caller().may(Permission.JOIN_CONVERSATIONS));
  }

  private Answer acknowledge(Visit visit, UUID id) {
    Form form = visit.form();
    CrisisDoings.Result result = doings.acknowledge(visit, id, form.value("version"));
    return done(visit, id, form, result, "You have it. Whoever was asked is told so.");
  }

  private Answer resolve(Visit visit, UUID id) {
    Form form = visit.form();
    String outcome = form.required("outcome", LONGEST_OUTCOME);
    if (!form.isValid()) {
      return show(visit, id, form);
    }
    CrisisDoings.Result result = doings.resolve(visit, id, form.value("version"), outcome);
    return done(visit, id, form, result, "It is over. Whoever was asked is told so.");
  }

  private Answer done(Visit visit, UUID id, Form form, CrisisDoings.Result result, String words) {
    return switch (result) {
      case DONE -> Answer.redirect(path(id)).saying(words);
      case MISSING -> Answer.missing();
      case THEIR_OWN -> new Answer.Refused("Another operator works on what is about yourself.");
      case CHANGED -> {
        form.error(
            "version",
            "Nothing was done: somebody else changed this since you opened it. How it stands now is"
                + " shown below.");
        yield show(visit, id, form);
      }
    };
  }
}
