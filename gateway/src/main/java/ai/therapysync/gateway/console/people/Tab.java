package ai.therapysync.gateway.console.people;

import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.resources.Resource;
import java.util.Locale;
import java.util.UUID;

/** What there is of a person, in the order of the tabs. */
public enum Tab {
  SETTINGS("Settings", Resource.SETTINGS),
  PROFILE("Profile", Resource.PROFILES),
  CULTURE("Culture", Resource.CULTURAL_PROFILES),
  NUMBERS("Numbers", Resource.INTEGRATIONS),
  CONTACTS("Contacts", Resource.CONTACTS),
  EMERGENCIES("Emergencies", Resource.SETTINGS),
  HOUSEHOLDS("Households", Resource.HOUSEHOLDS),
  NOTES("Notes", Resource.MESSAGES),
  SESSIONS("Sessions", Resource.SESSIONS),
  TIMELINE("Timeline", Resource.MESSAGES),
  GOALS("Goals", Resource.GOALS),
  MOODS("Moods", Resource.MOODS),
  FIGURES("Figures", Resource.USER_ANALYTICS),
  MEMORIES("Memories", Resource.MEMORIES),
  DATA("Data", Resource.PROFILES);

  private final String label;
  private final Resource resource;

  Tab(String label, Resource resource) {
    this.label = label;
    this.resource = resource;
  }

  public String label() {
    return label;
  }

  Resource resource() {
    return resource;
  }

  /** Whether this caller may look at it. */
  public boolean isOpenTo(Caller caller) {
    return caller.may(resource.seenBy());
  }

  /** Its address, for any person. */
  String route() {
    return PeoplePage.PATH + "/{id}/" + word();
  }

  /** Its address, for this person. */
  public String path(UUID person) {
    return PeoplePage.PATH + "/" + person + "/" + word();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
