package ai.therapysync.gateway.console.operators;

import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.gateway.console.door.OneTimePassword;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.access.Role;
import ai.therapysync.persistence.views.OperatorList;
import ai.therapysync.persistence.views.OperatorList.Operator;
import ai.therapysync.persistence.views.OperatorList.Outcome;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** Who works here, with which roles, and how they get in. */
public final class OperatorsPage implements ConsolePage {
  private static final String PATH = "/console/operators";
  private static final int LONGEST = 200;

  private final OperatorList operators;

  /** With what it reads and changes. */
  public OperatorsPage(OperatorList operators) {
    this.operators = operators;
  }

  /** What a role is for, in the words of whoever gives it. */
  public record RoleChoice(String word, String label, String words) {
    static RoleChoice of(Role role) {
      return switch (role) {
        case ADMIN ->
            new RoleChoice(role.word(), "Administrator", "Everything, operators included");
        case SUPER_ADMIN ->
            new RoleChoice(role.word(), "Super administrator", "Everything, operators included");
        case SUPPORT_ADMIN ->
            new RoleChoice(role.word(), "Support", "People, conversations and crises");
        case CONTENT_ADMIN -> new RoleChoice(role.word(), "Content", "Personalities");
        case ANALYTICS_ADMIN -> new RoleChoice(role.word(), "Analytics", "Figures of the platform");
        case MODERATOR ->
            new RoleChoice(role.word(), "Moderator", "Reads conversations and crises");
      };
    }

    /** All of them. */
    public static java.util.List<RoleChoice> all() {
      return java.util.Arrays.stream(Role.values()).map(RoleChoice::of).toList();
    }
  }

  /** A password that is shown once. Private: never printed. */
  public record Shown(String email, String password) {
    @Override
    public String toString() {
      return "Shown[REDACTED]";
    }
  }

  @Override
  public Section section() {
    return Section.OPERATORS;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, visit -> list(visit, Optional.empty()));
    routes.get(PATH + "/new", visit -> blank(Form.showing(Map.of("role", "support_admin"))));
    routes.post(PATH, Permission.RUN_THE_HOUSE, this::add);
    routes.get(PATH + "/{id}", visit -> one(visit, this::show));
    routes.post(PATH + "/{id}/roles", Permission.RUN_THE_HOUSE, visit -> one(visit, this::roles));
    routes.post(
        PATH + "/{id}/deactivate",
        Permission.RUN_THE_HOUSE,
        visit -> one(visit, (at, operator) -> deactivate(at, operator)));
    routes.post(
        PATH + "/{id}/password", Permission.RUN_THE_HOUSE, visit -> one(visit, this::password));
    routes.post(
        PATH + "/{id}/second-factor",
        Permission.RUN_THE_HOUSE,
        visit -> one(visit, this::secondFactor));
  }

  private Answer.Page list(Visit visit, Optional<Shown> shown) {
    return Answer.page(
        Section.OPERATORS,
        "Operators",
        "operators/list",
        Map.of("operators", operators.all(visit.caller(), visit.origin()), "shown", shown));
  }

  private static Answer.Page blank(Form form) {
    return Answer.page(
        Section.OPERATORS,
        "Add an operator",
        "operators/add",
        Map.of("form", form, "roles", RoleChoice.all()));
  }

  private Answer add(Visit visit) {
    Form form = visit.form();
    String typed = form.required("email", LONGEST);
    Optional<EmailAddress> email =
        form.parsed("email", "Not a mail address", text -> EmailAddress.parse(text));
    Set<Role> roles = chosen(form);
    if (roles.isEmpty()) {
      form.error("role", "Choose at least one");
    }
    if (!form.isValid() || email.isEmpty() || typed.isEmpty()) {
      return blank(form).status(422);
    }
    OneTimePassword password = OneTimePassword.create();
    String address = email.get().value();
    boolean counts = operators.add(visit.caller(), visit.origin(), address, roles, password.hash());
    return counts
        ? list(visit, Optional.of(new Shown(address, password.text())))
        : Answer.redirect(PATH).saying("They had a login already; the roles are theirs now.");
  }

  /** Somebody whom the caller may see; else the page is missing. */
  private Answer one(Visit visit, BiFunction<Visit, Operator, Answer> page) {
    Optional<UUID> id = visit.id("id");
    return id.flatMap(found -> operators.find(visit.caller(), visit.origin(), found))
        .map(operator -> page.apply(visit, operator))
        .orElseGet(Answer::missing);
  }

  private Answer show(Visit visit, Operator operator) {
    return show(visit, operator, showing(operator));
  }

  private static Form showing(Operator operator) {
    return Form.of(Map.of("role", operator.roles().stream().map(Role::word).sorted().toList()));
  }

  private Answer.Page show(Visit visit, Operator operator, Form form) {
    String title = operator.name().isBlank() ? operator.email() : operator.name();
    return Answer.page(
        Section.OPERATORS,
        title,
        "operators/one",
        Map.of(
            "operator",
            operator,
            "form",
            form,
            "roles",
            RoleChoice.all(),
            "self",
            visit.caller().is(operator.id())));
  }

  private Answer roles(Visit visit, Operator operator) {
    Form form = visit.form();
    Set<Role> roles = chosen(form);
    if (roles.isEmpty()) {
      form.error("role", "Choose at least one; or deactivate them below");
      return show(visit, operator, form).status(422);
    }
    Outcome outcome = operators.changeRoles(visit.caller(), visit.origin(), operator.id(), roles);
    return changed(visit, operator, form, outcome, "The roles are changed.");
  }

  private Answer deactivate(Visit visit, Operator operator) {
    Outcome outcome =
        operators.changeRoles(visit.caller(), visit.origin(), operator.id(), Set.of());
    return changed(
        visit, operator, showing(operator), outcome, "They are logged out, and can't log in.");
  }

  private Answer password(Visit visit, Operator operator) {
    OneTimePassword password = OneTimePassword.create();
    Outcome outcome =
        operators.resetPassword(visit.caller(), visit.origin(), operator.id(), password.hash());
    return outcome == Outcome.DONE
        ? list(visit, Optional.of(new Shown(operator.email(), password.text())))
        : changed(visit, operator, showing(operator), outcome, "");
  }

  private Answer secondFactor(Visit visit, Operator operator) {
    Outcome outcome = operators.removeSecondFactor(visit.caller(), visit.origin(), operator.id());
    return changed(
        visit, operator, showing(operator), outcome, "Their second factor is taken off.");
  }

  private Answer changed(Visit visit, Operator operator, Form form, Outcome outcome, String words) {
    return switch (outcome) {
      case DONE -> Answer.redirect(PATH + "/" + operator.id()).saying(words);
      case MISSING -> Answer.missing();
      case NO_LOGIN -> {
        form.error("role", "They have no login here");
        yield show(visit, operator, form).status(422);
      }
      case LAST_ADMINISTRATOR -> {
        form.error("role", "You can't take your own last administrator's role; another one can");
        yield show(visit, operator, form).status(422);
      }
    };
  }

  private static Set<Role> chosen(Form form) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    form.all("role").forEach(word -> Role.of(word).ifPresent(roles::add));
    return roles;
  }
}
