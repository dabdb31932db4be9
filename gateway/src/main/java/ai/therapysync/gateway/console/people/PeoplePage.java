package ai.therapysync.gateway.console.people;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import ai.therapysync.persistence.views.Newcomers;
import ai.therapysync.persistence.views.PeopleView;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everybody in a list that is searched while one types; and a way to add somebody. */
public final class PeoplePage implements ConsolePage {
  static final String PATH = "/console/people";
  private static final int A_PAGE = 25;
  private static final int LONGEST = 100;

  private final Tools tools;
  private final PersonTabs tabs;

  /** With what it reads and changes. */
  public PeoplePage(Tools tools) {
    this.tools = tools;
    this.tabs = new PersonTabs(tools);
  }

  @Override
  public Section section() {
    return Section.PEOPLE;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, this::list);
    routes.get(PATH + "/new", _ -> blank(Form.showing(Map.of("language", "en"))));
    routes.post(PATH, Permission.CHANGE_USERS, this::add);
    routes.get(
        PATH + "/{id}",
        visit ->
            visit
                .id("id")
                .<Answer>map(id -> Answer.redirect(Tab.SETTINGS.path(id)))
                .orElseGet(Answer::missing));
    tabs.mount(routes);
  }

  private Answer list(Visit visit) {
    Form form = visit.search();
    String sought = form.optional("q", LONGEST).orElse("");
    Optional<Cursor> after = visit.query("after").flatMap(Cursor::parse);
    PeopleView.Found found =
        tools
            .callers()
            .acting(
                visit.caller(),
                visit.origin(),
                acting -> PeopleView.list(acting, form.isValid() ? sought : "", A_PAGE, after));
    String query = "?q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8);
    return Answer.page(
            Section.PEOPLE,
            "People",
            "people/list",
            Map.of(
                "form",
                form,
                "people",
                found.lines(),
                "next",
                found.next().map(next -> PATH + query + "&after=" + next.written()).orElse(""),
                "first",
                after.isPresent() ? PATH + query : ""))
        .part("people/lines");
  }

  private static Answer.Page blank(Form form) {
    return Answer.page(
        Section.PEOPLE,
        "Add a person",
        "people/add",
        Map.of("form", form, "languages", Languages.names()));
  }

  private Answer add(Visit visit) {
    Form form = visit.form();
    String name = form.required("name", 200);
    form.required("email", 200);
    form.required("number", 40);
    Optional<EmailAddress> email = form.parsed("email", "Not a mail address", EmailAddress::parse);
    Optional<PhoneNumber> number =
        form.parsed(
            "number",
            "Not a phone number; begin with the country code, such as +12025550123",
            text -> PhoneNumber.parse(text, "ZZ"));
    Optional<Language> language = form.parsed("language", "Choose one of these", Language::of);
    if (!form.isValid() || email.isEmpty() || number.isEmpty()) {
      return blank(form).status(422);
    }
    Newcomer newcomer =
        new Newcomer(
            name, email.get().value(), number.get().e164(), language.orElse(Language.ENGLISH));
    return tools
        .callers()
        .acting(visit.caller(), visit.origin(), acting -> add(acting, newcomer, form));
  }

  private record Newcomer(String name, String email, String number, Language language) {
    @Override
    public String toString() {
      return "Newcomer[private]";
    }
  }

  private Answer add(Acting acting, Newcomer newcomer, Form form) {
    Optional<UUID> added =
        Newcomers.add(acting, newcomer.name(), newcomer.email(), newcomer.language().code());
    if (added.isEmpty()) {
      form.error("email", "Somebody has this address already");
      return blank(form).status(422);
    }
    ObjectNode row =
        ResourceRows.of(Resource.INTEGRATIONS)
            .add(
                acting,
                added,
                JsonNodeFactory.instance.objectNode().put("phone_number", newcomer.number()));
    Head person =
        new Head(added.get(), newcomer.name(), newcomer.email(), newcomer.language().code());
    return tabs.numbers().issued(acting, person, UUID.fromString(row.path("id").asText()));
  }
}
