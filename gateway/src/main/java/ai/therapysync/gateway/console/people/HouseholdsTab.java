package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.HouseholdCommands;
import ai.therapysync.persistence.views.HouseholdView;
import ai.therapysync.persistence.views.HouseholdView.House;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The households that a person holds or belongs to; one can be made for them, or changed. */
final class HouseholdsTab {
  static final int MOST_PLACES = 50;
  private static final int LONGEST = 200;

  private final Chart chart;
  private final MembersPages members;

  HouseholdsTab(Chart chart) {
    this.chart = chart;
    this.members = new MembersPages(chart);
  }

  void mount(Routes routes) {
    String list = Tab.HOUSEHOLDS.route();
    routes.get(list, visit -> chart.on(visit, Tab.HOUSEHOLDS, HouseholdsTab::list));
    routes.get(
        list + "/new",
        visit ->
            chart.on(
                visit,
                Tab.HOUSEHOLDS,
                (_, person) -> form(person, "", Form.showing(Map.of("places", "4")))));
    routes.post(list, Permission.CHANGE_USERS, this::make);
    routes.get(
        list + "/{household}",
        visit ->
            chart.on(
                visit,
                Tab.HOUSEHOLDS,
                (acting, person) ->
                    house(visit, acting, person)
                        .<Answer>map(house -> form(person, house.id().toString(), showing(house)))
                        .orElseGet(Answer::missing)));
    routes.post(list + "/{household}", Permission.CHANGE_USERS, this::change);
    members.mount(routes);
  }

  private static Answer list(Acting acting, Head person) {
    return Chart.page(
        person,
        Tab.HOUSEHOLDS,
        "households",
        Map.of("houses", HouseholdView.of(acting, person.id())));
  }

  private Answer make(Visit visit) {
    Form form = visit.form();
    return chart.on(
        visit,
        Tab.HOUSEHOLDS,
        (acting, person) -> {
          String name = form.required("name", LONGEST);
          int places = places(form, 1);
          if (!form.isValid()) {
            return form(person, "", form).status(422);
          }
          HouseholdCommands.make(acting, person.id(), name, places);
          return back(person, "There it is. Now invite who belongs to it.");
        });
  }

  private Answer change(Visit visit) {
    Form form = visit.form();
    return chart.on(
        visit,
        Tab.HOUSEHOLDS,
        (acting, person) -> {
          visit.id("household").ifPresent(id -> HouseholdCommands.lock(acting, id));
          return house(visit, acting, person)
              .map(house -> change(acting, person, house, form))
              .orElseGet(Answer::missing);
        });
  }

  private static Answer change(Acting acting, Head person, House house, Form form) {
    String id = house.id().toString();
    if (!form.value("version").equals(version(house))) {
      Form now = showing(house);
      now.error("form", "Somebody else changed this in the meantime. This is how it stands now.");
      return form(person, id, now).status(409);
    }
    String name = form.required("name", LONGEST);
    int places = places(form, (int) house.taken());
    if (!form.isValid()) {
      return form(person, id, form).status(422);
    }
    HouseholdCommands.change(
        acting, house.id(), house.holder(), name, places, form.checked("active", "true"));
    return back(person, "Saved.");
  }

  private static int places(Form form, int taken) {
    form.required("places", 10);
    return form.number("places", taken, MOST_PLACES).orElse(taken);
  }

  private static Answer.Page form(Head person, String household, Form form) {
    return Chart.page(
        person, Tab.HOUSEHOLDS, "household", Map.of("form", form, "household", household));
  }

  private static Form showing(House house) {
    Map<String, String> values = new HashMap<>();
    values.put("name", house.name());
    values.put("places", String.valueOf(house.places()));
    values.put("version", version(house));
    if (house.active()) {
      values.put("active", "true");
    }
    return Form.showing(values);
  }

  private static String version(House house) {
    return house.name() + "/" + house.places() + "/" + house.active();
  }

  /** The household of the address, where it is one of this person's. */
  static Optional<House> house(Visit visit, Acting acting, Head person) {
    Optional<UUID> id = visit.id("household");
    List<House> houses = id.isEmpty() ? List.of() : HouseholdView.of(acting, person.id());
    return houses.stream().filter(house -> Optional.of(house.id()).equals(id)).findFirst();
  }

  static Answer.Redirect back(Head person, String words) {
    return Answer.redirect(Tab.HOUSEHOLDS.path(person.id())).saying(words);
  }
}
