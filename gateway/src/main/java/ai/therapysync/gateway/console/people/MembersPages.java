package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.HouseholdCommands;
import ai.therapysync.persistence.resources.HouseholdCommands.Flags;
import ai.therapysync.persistence.resources.HouseholdCommands.Invited;
import ai.therapysync.persistence.views.HouseholdView.House;
import ai.therapysync.persistence.views.HouseholdView.Member;
import ai.therapysync.persistence.views.PeopleView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is in a household and what they may see: invited, changed and removed. What a flag opens is
 * the others', so that nothing is opened before somebody has said that they agreed.
 */
final class MembersPages {
  private static final String MEMBERS = Tab.HOUSEHOLDS.route() + "/{household}/members";
  private static final Flags NONE = new Flags(false, false, false);

  private final Chart chart;

  MembersPages(Chart chart) {
    this.chart = chart;
  }

  /** What is done with a household of the person's, and perhaps one of its members. */
  private interface Work {
    Answer answer(Acting acting, Head person, House house);
  }

  void mount(Routes routes) {
    routes.get(
        MEMBERS + "/new",
        visit -> on(visit, (_, person, house) -> page(person, house, "", Form.empty())));
    routes.post(MEMBERS, Permission.CHANGE_USERS, this::invite);
    routes.get(
        MEMBERS + "/{member}",
        visit ->
            on(
                visit,
                (_, person, house) ->
                    member(visit, house)
                        .<Answer>map(member -> page(person, house, member, showing(member)))
                        .orElseGet(Answer::missing)));
    routes.post(MEMBERS + "/{member}", Permission.CHANGE_USERS, this::set);
    routes.post(MEMBERS + "/{member}/remove", Permission.CHANGE_USERS, this::remove);
  }

  private Answer on(Visit visit, Work work) {
    return chart.on(
        visit,
        Tab.HOUSEHOLDS,
        (acting, person) ->
            HouseholdsTab.house(visit, acting, person)
                .map(house -> work.answer(acting, person, house))
                .orElseGet(Answer::missing));
  }

  /** The same, one operator after the other. */
  private Answer changing(Visit visit, Work work) {
    return chart.on(
        visit,
        Tab.HOUSEHOLDS,
        (acting, person) -> {
          visit.id("household").ifPresent(id -> HouseholdCommands.lock(acting, id));
          return HouseholdsTab.house(visit, acting, person)
              .map(house -> work.answer(acting, person, house))
              .orElseGet(Answer::missing);
        });
  }

  private static Optional<Member> member(Visit visit, House house) {
    Optional<UUID> id = visit.id("member");
    return house.members().stream()
        .filter(member -> Optional.of(member.id()).equals(id))
        .findFirst();
  }

  /** The command locks the person first and then the household, as an erasure does. */
  private Answer invite(Visit visit) {
    Form form = visit.form();
    return on(
        visit,
        (acting, person, house) -> {
          Flags flags = flags(form);
          agreed(form, flags, NONE);
          Optional<UUID> invited = whom(acting, form);
          if (form.isValid() && invited.isPresent()) {
            refusal(HouseholdCommands.invite(acting, house.id(), invited.get(), flags))
                .ifPresent(why -> form.error("who", why));
          }
          return form.isValid()
              ? HouseholdsTab.back(
                  person, "Invited. They see nothing until they accept, which is for them alone.")
              : page(person, house, "", form).status(422);
        });
  }

  /** By a mail address, or by an id. */
  private static Optional<UUID> whom(Acting acting, Form form) {
    String typed = form.required("who", 200);
    if (typed.isEmpty() || !form.isValid()) {
      return Optional.empty();
    }
    Optional<UUID> found =
        PeopleView.list(acting, typed, 20, Optional.empty()).lines().stream()
            .filter(line ->
                line.who().email().equalsIgnoreCase(typed)
                    || line.id().toString().equalsIgnoreCase(typed))
            .map(PeopleView.Line::id)
            .findFirst();
    if (found.isEmpty()) {
      form.error("who", "Nobody here has this mail address or id; add them under People first");
    }
    return found;
  }

  private static Optional<String> refusal(Invited invited) {
    return switch (invited) {
      case DONE -> Optional.empty();
      case MISSING -> Optional.of("This household is gone");
      case ALREADY -> Optional.of("They are in it already, or invited");
      case FULL -> Optional.of("Every place is taken; give the household more places first");
    };
  }

  private Answer set(Visit visit) {
    Form form = visit.form();
    return changing(
        visit,
        (acting, person, house) ->
            member(visit, house)
                .map(member -> set(acting, person, house, member, form))
                .orElseGet(Answer::missing));
  }

  private static Answer set(Acting acting, Head person, House house, Member member, Form form) {
    if (!form.value("version").equals(version(member))) {
      Form now = showing(member);
      now.error("form", "Somebody else changed this in the meantime. This is how it stands now.");
      return page(person, house, member, now).status(409);
    }
    Flags flags = flags(form);
    agreed(form, flags, member.flags());
    if (!form.isValid()) {
      return page(person, house, member, form).status(422);
    }
    HouseholdCommands.set(acting, member.id(), member.person(), flags);
    return HouseholdsTab.back(person, "Saved.");
  }

  private Answer remove(Visit visit) {
    return changing(
        visit,
        (acting, person, house) ->
            member(visit, house)
                .<Answer>map(member -> {
                  HouseholdCommands.remove(acting, member.id(), member.person());
                  return HouseholdsTab.back(person, "Removed. They see nothing of it any more.");
                })
                .orElseGet(Answer::missing));
  }

  private static void agreed(Form form, Flags flags, Flags before) {
    if (flags.opensMoreThan(before) && !form.checked("agreed", "true")) {
      form.error("agreed", "Ask them first, and tick this when they have agreed");
    }
  }

  private static Flags flags(Form form) {
    return new Flags(
        form.checked("progress", "true"),
        form.checked("moods", "true"),
        form.checked("alerts", "true"));
  }

  private static Answer.Page page(Head person, House house, Member member, Form form) {
    return page(person, house, member.id().toString(), member.name(), form);
  }

  private static Answer.Page page(Head person, House house, String member, Form form) {
    return page(person, house, member, "", form);
  }

  private static Answer.Page page(Head person, House house, String member, String name, Form form) {
    return Chart.page(
        person,
        Tab.HOUSEHOLDS,
        "member",
        Map.of("form", form, "house", house, "member", member, "name", name));
  }

  private static Form showing(Member member) {
    Map<String, String> values = new HashMap<>();
    values.put("version", version(member));
    Flags flags = member.flags();
    Map.of("progress", flags.progress(), "moods", flags.moods(), "alerts", flags.alerts())
        .forEach((flag, on) -> {
          if (on) {
            values.put(flag, "true");
          }
        });
    return Form.showing(values);
  }

  private static String version(Member member) {
    Flags flags = member.flags();
    return member.status() + flags.progress() + flags.moods() + flags.alerts();
  }
}
