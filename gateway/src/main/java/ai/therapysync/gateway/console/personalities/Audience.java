package ai.therapysync.gateway.console.personalities;

import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.conversation.Portraits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom a voice talks to in the sandbox: somebody made up. */
record Audience(Language language, String region, String name, Culture culture) {
  static final String LANGUAGE = "to_language";
  private static final String COUNTRY = "to_country";
  private static final String UNKNOWN = "ZZ";
  private static final int LINE = 200;

  /** The names of all its fields. */
  static final List<String> FIELDS =
      List.of(
          LANGUAGE,
          COUNTRY,
          "to_name",
          "to_family",
          "to_manner",
          "to_background",
          "to_faith",
          "to_avoid");

  /** What a form shows at first. */
  static final Map<String, String> USUAL =
      Map.of(LANGUAGE, "en", COUNTRY, "US", "to_family", "individual", "to_manner", "direct");

  /** What somebody typed; notes what is wrong. */
  static Audience read(Form form, Set<String> countries) {
    Language language =
        form.parsed(LANGUAGE, "Choose one of these", Language::of).orElse(Language.ENGLISH);
    String region =
        form.parsed(
                COUNTRY,
                "Choose one of these",
                text -> Optional.of(text).filter(it -> countries.contains(it)))
            .orElse(UNKNOWN);
    String faith = form.optional("to_faith", LINE).orElse("");
    Culture culture =
        new Culture(
            Optional.of(language),
            form.optional("to_background", LINE).orElse(""),
            form.optional("to_family", LINE).orElse("individual"),
            form.optional("to_manner", LINE).orElse("direct"),
            !faith.isEmpty(),
            faith,
            List.of(),
            form.optional("to_avoid", LINE).stream().toList());
    return new Audience(
        language, region, FirstName.of(form.optional("to_name", LINE).orElse("")), culture);
  }

  /** As somebody whom that voice answers. */
  Person hearing(ObjectNode voice) {
    Person stranger = Portraits.stranger(voice);
    return new Person(
        stranger.id(),
        name,
        language,
        region,
        stranger.zone(),
        stranger.settings(),
        stranger.personality(),
        culture);
  }
}
