package ai.therapysync.gateway.simulator.demo;

import ai.therapysync.persistence.views.Seeds;
import ai.therapysync.persistence.views.Sower;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Puts everybody in the demo into the database. What is there already stays as somebody left it.
 */
public final class DemoLoader {
  private static final String OPERATOR_NAME = "Crisis desk";
  private static final String OPERATOR_ROLE = "support_admin";
  private static final int MOST_MEMBERS = 6;

  private final Seeds seeds;

  /** By way of these. */
  public DemoLoader(Seeds seeds) {
    this.seeds = seeds;
  }

  /** Loads all of it in one transaction; a second time changes nothing. */
  public void load(Instant now) {
    seeds.sow(now, DemoLoader::sow);
  }

  /** The operator's {@code auth.users.id}. */
  public static UUID operator() {
    return DemoIds.of("operator");
  }

  private static void sow(Sower sower) {
    if (sower.account(
        new Seeds.Account(operator(), DemoPeople.OPERATOR_EMAIL, OPERATOR_NAME, "en"))) {
      sower.role(operator(), OPERATOR_ROLE);
    }
    Set<UUID> fresh = new HashSet<>();
    for (DemoPerson person : DemoPeople.all()) {
      if (person(sower, person)) {
        fresh.add(person.id());
      }
    }
    for (DemoRelative relative : DemoPeople.relatives()) {
      if (relative(sower, relative)) {
        fresh.add(relative.id());
      }
    }
    DemoPeople.households().forEach(household -> household(sower, household, fresh));
  }

  private static boolean person(Sower sower, DemoPerson person) {
    UUID id = person.id();
    if (!sower.account(
        new Seeds.Account(id, person.email(), person.name(), person.preferredLanguage()))) {
      return false;
    }
    sower.integration(new Seeds.Integration(person.integrationId(), id, person.phone().number()));
    sower.config(row(id, person.config()));
    sower.culture(row(id, person.culture()));
    List<DemoPerson.Contact> contacts = person.contacts();
    for (int place = 0; place < contacts.size(); place++) {
      sower.contact(row(id, contacts.get(place), place));
    }
    person.memories().forEach(memory -> sower.memory(row(id, memory)));
    person.goals().forEach(goal -> sower.goal(row(id, goal)));
    return true;
  }

  private static boolean relative(Sower sower, DemoRelative relative) {
    if (!sower.account(
        new Seeds.Account(
            relative.id(), relative.email(), relative.name(), relative.preferredLanguage()))) {
      return false;
    }
    sower.integration(
        new Seeds.Integration(relative.integrationId(), relative.id(), relative.phone().number()));
    return true;
  }

  /**
   * A household comes with its holder; its members, as far as they are there for the first time.
   */
  private static void household(Sower sower, DemoHousehold household, Set<UUID> fresh) {
    UUID holder = household.primaryAccountHolder();
    if (!fresh.contains(holder)) {
      return;
    }
    sower.household(
        new Seeds.Household(
            household.id(), household.name(), holder, household.planType(), MOST_MEMBERS));
    household.members().stream()
        .filter(member -> fresh.contains(member.userId()))
        .forEach(member ->
            sower.member(
                new Seeds.Member(
                    member.id(),
                    household.id(),
                    member.userId(),
                    holder,
                    member.memberType(),
                    member.canViewProgress(),
                    member.canViewMoodData(),
                    member.canReceiveAlerts())));
  }

  private static Seeds.Config row(UUID user, DemoPerson.Config config) {
    return new Seeds.Config(
        DemoIds.of("config " + user),
        user,
        config.personality().map(UUID::toString).orElse("default"),
        config.responseDelaySeconds(),
        config.hours().map(DemoPerson.Hours::start),
        config.hours().map(DemoPerson.Hours::end),
        config.zone());
  }

  private static Seeds.Culture row(UUID user, DemoPerson.Culture culture) {
    return new Seeds.Culture(
        DemoIds.of("culture " + user),
        user,
        culture.primaryLanguage(),
        culture.background(),
        culture.familyStructure(),
        culture.communicationStyle(),
        Optional.of(culture.religion()).filter(_ -> culture.religiousConsiderations()),
        culture.approachPreferences(),
        culture.sensitivities());
  }

  private static Seeds.Contact row(UUID user, DemoPerson.Contact contact, int place) {
    return new Seeds.Contact(
        contact.id(),
        user,
        contact.phone().name(),
        Optional.of(contact.phone().number()),
        contact.email(),
        contact.relationship(),
        place);
  }

  private static Seeds.Memory row(UUID user, DemoPerson.Memory memory) {
    return new Seeds.Memory(
        memory.id(),
        user,
        memory.type(),
        memory.title(),
        memory.content(),
        memory.tags(),
        memory.importance());
  }

  private static Seeds.Goal row(UUID user, DemoPerson.Goal goal) {
    return new Seeds.Goal(
        goal.id(),
        user,
        goal.title(),
        goal.description(),
        goal.category(),
        goal.progress().target(),
        goal.progress().current(),
        goal.progress().streak(),
        goal.progress().bestStreak(),
        goal.targetDate());
  }
}
