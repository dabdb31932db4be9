package ai.therapysync.gateway.config;

import ai.therapysync.conversation.delivery.Template;
import ai.therapysync.conversation.delivery.Templates;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the templates that WhatsApp has approved, one a variable: {@code TWILIO_TEMPLATE_REPLY_EN}
 * is the {@code ContentSid} of the English invitation to write back.
 */
final class TemplateReader {
  private static final String PREFIX = "TWILIO_TEMPLATE_";
  private static final String SID = "HX[0-9a-fA-F]{32}";

  private final Values values;

  TemplateReader(Values values) {
    this.values = values;
  }

  Templates templates() {
    List<String> names = values.beginningWith(PREFIX);
    if (!names.isEmpty() && !values.isSet("TWILIO_WHATSAPP_FROM")) {
      values.fault(
          names.getFirst(),
          "is a template for WhatsApp, but TWILIO_WHATSAPP_FROM is missing: set it, or unset the"
              + " template");
    }
    List<Template> templates = new ArrayList<>();
    names.forEach(name -> template(name).ifPresent(templates::add));
    return new Templates(templates);
  }

  private Optional<Template> template(String name) {
    String rest = name.substring(PREFIX.length());
    int end = Math.max(rest.lastIndexOf('_'), 0);
    Optional<Template.Kind> kind =
        Arrays.stream(Template.Kind.values())
            .filter(one -> one.name().equals(rest.substring(0, end)))
            .findFirst();
    Optional<Language> language =
        Arrays.stream(Language.values())
            .filter(one -> code(one).equals(rest.substring(Math.min(end + 1, rest.length()))))
            .findFirst();
    if (kind.isEmpty() || language.isEmpty()) {
      values.fault(name, "is no template's name: " + known());
      return Optional.empty();
    }
    return values
        .matching(
            name,
            SID,
            "must be a ContentSid, HX and 32 hexadecimal digits, as Twilio's Content Template"
                + " Builder shows it")
        .map(sid -> new Template(Provider.TWILIO, kind.get(), language.get(), sid));
  }

  private static String known() {
    String kinds =
        Arrays.stream(Template.Kind.values()).map(Enum::name).collect(Collectors.joining(" or "));
    String languages =
        Arrays.stream(Language.values())
            .map(TemplateReader::code)
            .collect(Collectors.joining(", "));
    return PREFIX + ", then " + kinds + ", then _ and one of " + languages;
  }

  private static String code(Language language) {
    return language.code().toUpperCase(Locale.ROOT);
  }
}
