package ai.therapysync.gateway.console.people;

import static ai.therapysync.gateway.console.people.Input.check;
import static ai.therapysync.gateway.console.people.Input.choice;
import static ai.therapysync.gateway.console.people.Input.line;

import ai.therapysync.gateway.api.Rules;
import ai.therapysync.gateway.api.Shapes;
import ai.therapysync.gateway.console.people.Input.Widget;
import ai.therapysync.persistence.resources.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be set of a person, column by column, with what each does in plain words. */
final class Sheets {
  private static final Rule NONE = (_, _, _) -> List.of();

  static final Sheet PROFILE =
      new Sheet(
          Resource.PROFILES,
          Shapes.PROFILE,
          NONE,
          List.of(
              line(
                  "name",
                  "Name",
                  "Answers use the first name; so do notices to contacts, unless the rules for"
                      + " emergencies leave it out."),
              choice(
                      "preferred_language",
                      "Language",
                      "What answers, the safe reply and check-ins are written in. Hours and time zone"
                          + " are under Settings.",
                      Languages.names())
                  .unset("en"),
              line("preferred_currency", "Currency", "Three letters, such as USD.").unset("USD"),
              line("avatar_url", "Picture", "An address that begins with https://."),
              check(
                  "onboarding_complete",
                  "Onboarding is complete",
                  "The platform’s app shows its introduction until then.")));

  static final Sheet SETTINGS =
      new Sheet(
          Resource.SETTINGS,
          Shapes.SETTINGS,
          Rules::settings,
          List.of(
              choice(
                      "ai_personality_id",
                      "Voice",
                      "Whose manner the answers have. It changes words, never what is done in danger.",
                      Map.of("default", "The usual voice"))
                  .unset("default"),
              Input.of(
                      Widget.NUMBER,
                      "response_delay_seconds",
                      "Pause before an answer, in seconds",
                      "From 0 to 3600. Several messages in a row get one answer after the last. In danger there is no pause.")
                  .unset("2"),
              check(
                  "business_hours_enabled",
                  "Answer within hours only",
                  "Outside them one message says when answers come. Danger is answered at any hour."),
              Input.of(
                  Widget.TIME,
                  "business_hours_start",
                  "Opens at",
                  "Every day, by the time zone below."),
              Input.of(
                  Widget.TIME,
                  "business_hours_end",
                  "Closes at",
                  "Earlier than the opening means overnight."),
              Input.of(
                      Widget.ZONE,
                      "business_timezone",
                      "Time zone",
                      "Hours are counted by it, and days where it is not UTC. Type a city, such as Europe/Lisbon.")
                  .unset("UTC"),
              check(
                      "auto_responses_enabled",
                      "Answer by itself",
                      "Off: ordinary messages wait for an operator. Danger is answered in any case.")
                  .unset("true"),
              check(
                      "crisis_escalation_enabled",
                      "Call contacts in danger",
                      "Off: the person still gets help lines, and operators are told; no contact is.")
                  .unset("true"),
              check(
                      "message_encryption_enabled",
                      "Seal message texts",
                      "New messages are kept encrypted with a key of this person's own.")
                  .unset("true")));

  static final Sheet CULTURE =
      new Sheet(
          Resource.CULTURAL_PROFILES,
          Shapes.CULTURE,
          NONE,
          List.of(
              choice(
                      "primary_language",
                      "Language",
                      "What answers are written in, unless the profile names another.",
                      Languages.names())
                  .unset("en"),
              line(
                  "cultural_background",
                  "Cultural background",
                  "In the person's own words. It is kept in mind, and never guessed at aloud."),
              line(
                      "family_structure",
                      "Family",
                      "individual, nuclear, extended, collective … Decides whether choices are spoken of as one's own or a family's.")
                  .unset("individual"),
              line(
                      "communication_style",
                      "Manner",
                      "direct, indirect, formal, warm … Decides how plainly a question is put.")
                  .unset("direct"),
              check(
                  "religious_considerations",
                  "Faith matters",
                  "Practices that could offend are left out; faith may be named as a strength."),
              Input.of(
                  Widget.STORY,
                  "religious_details",
                  "About their faith",
                  "What to respect: fasting, days of rest, words to avoid."),
              Input.of(
                  Widget.LIST,
                  "therapy_approach_preferences",
                  "Approaches they like",
                  "One per line, such as breathing, mindfulness, CBT. They are offered first."),
              Input.of(
                  Widget.LIST,
                  "cultural_sensitivities",
                  "What not to bring up",
                  "One per line, such as alcohol. Nothing that names it is said unless they do.")));

  static final Sheet CONTACT =
      new Sheet(
          Resource.CONTACTS,
          Shapes.CONTACT,
          Rules::contact,
          List.of(
              line("name", "Name", "Their first name is what the person hears."),
              line(
                  "phone_number",
                  "Phone number",
                  "With its country code, or as it is dialled where the person lives."),
              line("email", "E-mail address", "A number, an address or both."),
              line("relationship", "Relationship", "Such as sister, partner, friend."),
              line("contact_type", "Kind", "personal, professional, family …").unset("personal"),
              check(
                  "is_primary",
                  "Called first",
                  "Who is first in the ladder; the others follow in the order in which they were added."),
              check("is_active", "In the ladder", "Off: kept, and never called.").unset("true"),
              check(
                  "must_not_be_told",
                  "Must not be told",
                  "The person has said that this contact must hear nothing. It can be said at any time, an emergency included."),
              check(
                  "safe_for_abuse",
                  "Safe where someone close is the danger",
                  "Where abuse is the danger, only such contacts are called."),
              Input.of(Widget.STORY, "notes", "Notes", "For operators. No contact sees them.")));

  static final Sheet GOAL =
      new Sheet(
          Resource.GOALS,
          Shapes.GOAL,
          NONE,
          List.of(
              line("title", "Goal", "As the person would say it."),
              Input.of(Widget.STORY, "description", "Description", ""),
              line("category", "Kind", "Such as sleep, movement, calm.").unset("personal"),
              Input.of(Widget.NUMBER, "target_value", "Target", "A number, where there is one."),
              Input.of(Widget.NUMBER, "current_progress", "Reached so far", "").unset("0"),
              Input.of(Widget.DAY, "target_date", "By", ""),
              choice(
                      "status",
                      "State",
                      "",
                      words("active", "paused", "completed", "abandoned", "cancelled", "archived"))
                  .unset("active"),
              choice("priority", "Priority", "", words("low", "medium", "high", "urgent"))
                  .unset("medium")));

  static final Sheet MEMORY =
      new Sheet(
          Resource.MEMORIES,
          Shapes.MEMORY,
          Rules::memory,
          List.of(
              line("title", "In short", ""),
              Input.of(
                  Widget.STORY, "content", "What is remembered", "Answers may come back to it."),
              line("memory_type", "Kind", "Such as fact, relationship, preference, event.")
                  .unset("fact"),
              Input.of(Widget.LIST, "tags", "Tags", "One per line."),
              Input.of(
                      Widget.NUMBER,
                      "importance_score",
                      "Importance",
                      "From 0 to 1; the higher, the sooner it is recalled.")
                  .unset("0.5"),
              check("is_active", "In use", "Off: kept, and never recalled.").unset("true")));

  static final Sheet NUMBER =
      new Sheet(
          Resource.INTEGRATIONS,
          Shapes.INTEGRATION,
          NONE,
          List.of(
              line("phone_number", "Phone number", "With its country code, such as +12025550123."),
              check("is_active", "In use", "Off: messages from it are not taken for this person's.")
                  .unset("true")));

  private Sheets() {}

  private static Map<String, String> words(String... words) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String word : words) {
      options.put(word, word);
    }
    return options;
  }
}
