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
 * is the {@code ContentSid} of the English invitation to write back, {@code META_TEMPLATE_REPLY_EN}
 * its name at Meta, with the language that it is filed under where that is not plain {@code en}.
 */
final class TemplateReader {
  private static final List<Shelf> SHELVES =
      List.of(
          new Shelf(
              Provider.TWILIO,
              "TWILIO_TEMPLATE_",
              "TWILIO_WHATSAPP_FROM",
              "HX[0-9a-fA-F]{32}",
              "must be a ContentSid, HX and 32 hexadecimal digits, as Twilio's Content Template"
                  + " Builder shows it"),
          new Shelf(
              Provider.META,
              "META_TEMPLATE_",
              "META_PHONE_NUMBER_ID",
              "[a-z0-9_]{1,512}(?:/[a-z]{2,3}(?:_[A-Z]{2,3})?)?",
              "must be a template's name as Meta's WhatsApp Manager shows it, followed by / and its"
                  + " language there if it has a country, such as write_back/pt_BR"));

  private final Values values;

  TemplateReader(Values values) {
    this.values = values;
  }

  Templates templates() {
    return new Templates(SHELVES.stream().flatMap(shelf -> read(shelf).stream()).toList());
  }

  private List<Template> read(Shelf shelf) {
    List<String> names = values.beginningWith(shelf.prefix());
    if (!names.isEmpty() && !values.isSet(shelf.sender())) {
      values.fault(
          names.getFirst(),
          "is a template for WhatsApp, but "
              + shelf.sender()
              + " is missing: set it, or unset the template");
    }
    List<Template> templates = new ArrayList<>();
    names.forEach(name -> template(shelf, name).ifPresent(templates::add));
    return templates;
  }

  private Optional<Template> template(Shelf shelf, String name) {
    String rest = name.substring(shelf.prefix().length());
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
      values.fault(name, "is no template's name: " + shelf.known());
      return Optional.empty();
    }
    return values
        .matching(name, shelf.shape(), shelf.wrong())
        .map(given ->
            new Template(
                shelf.provider(), kind.get(), language.get(), shelf.full(given, language.get())));
  }

  private static String code(Language language) {
    return language.code().toUpperCase(Locale.ROOT);
  }

  /**
   * How one provider's templates are named.
   *
   * @param sender the variable without which none of them can be sent
   */
  private record Shelf(
      Provider provider, String prefix, String sender, String shape, String wrong) {

    /** Meta files a template under a name and a language; Chinese always by its country. */
    String full(String given, Language language) {
      if (provider != Provider.META || given.contains("/")) {
        return given;
      }
      return given + "/" + (language == Language.CHINESE ? "zh_CN" : language.code());
    }

    String known() {
      String kinds =
          Arrays.stream(Template.Kind.values()).map(Enum::name).collect(Collectors.joining(" or "));
      String languages =
          Arrays.stream(Language.values())
              .map(TemplateReader::code)
              .collect(Collectors.joining(", "));
      return prefix + ", then " + kinds + ", then _ and one of " + languages;
    }
  }
}
