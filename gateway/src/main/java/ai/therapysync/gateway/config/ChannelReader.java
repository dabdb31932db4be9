package ai.therapysync.gateway.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Reads the providers' variables: a channel has all of its credentials, or none and is off. */
final class ChannelReader {
  private static final String SENDER = "(?:whatsapp:)?\\+[1-9][0-9]{6,14}";

  private final Values values;
  private final URI publicUrl;

  ChannelReader(Values values, URI publicUrl) {
    this.values = values;
    this.publicUrl = publicUrl;
  }

  ChannelSettings channels() {
    return new ChannelSettings(
        twilio(),
        meta(),
        smtp(),
        rates(),
        new TemplateReader(values).templates(),
        values.pause("TWILIO_RECONCILE_EVERY", Duration.ofMinutes(3)),
        InboundSettings.read(values));
  }

  /** The usual ones are what the providers' documentation names. */
  private SendingRates rates() {
    return new SendingRates(
        values.rate("SMS_SEGMENTS_PER_SECOND", 1),
        values.rate("WHATSAPP_MESSAGES_PER_SECOND", 80),
        values.wholeNumber("META_PAIR_BURST", 45, 1, 1_000),
        values.duration("META_PAIR_EVERY", Duration.ofSeconds(6)));
  }

  private Optional<TwilioSettings> twilio() {
    URI base = values.address("TWILIO_API_BASE_URL", "https://api.twilio.com");
    Optional<String> account =
        values.matching(
            "TWILIO_ACCOUNT_SID", "AC[0-9A-Za-z]+", "must begin with AC, as the console shows it");
    Optional<String> sms = sender("TWILIO_SMS_FROM");
    Optional<String> whatsapp = sender("TWILIO_WHATSAPP_FROM");
    Optional<String> service =
        values.matching(
            "TWILIO_MESSAGING_SERVICE_SID", "MG[0-9A-Za-z]+", "must begin with MG, or be unset");
    boolean used =
        anySet(
            "TWILIO_ACCOUNT_SID",
            "TWILIO_AUTH_TOKEN",
            "TWILIO_AUTH_TOKEN_PREVIOUS",
            "TWILIO_SMS_FROM",
            "TWILIO_WHATSAPP_FROM",
            "TWILIO_MESSAGING_SERVICE_SID");
    if (!used || !allSet("Twilio", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN")) {
      return Optional.empty();
    }
    return Optional.of(
        new TwilioSettings(
            account.orElse(""),
            values.secret("TWILIO_AUTH_TOKEN").orElseThrow(),
            values.secret("TWILIO_AUTH_TOKEN_PREVIOUS"),
            sms,
            whatsapp,
            service,
            base,
            publicUrl));
  }

  private Optional<MetaSettings> meta() {
    URI base = values.address("META_API_BASE_URL", "https://graph.facebook.com");
    Optional<String> number =
        values.matching(
            "META_PHONE_NUMBER_ID",
            "[0-9]+",
            "must be the number's id, digits only, not the number");
    Optional<String> version =
        values.matching(
            "META_API_VERSION", "v[0-9]{1,3}\\.[0-9]{1,2}", "must be a version such as v23.0");
    String[] all = {
      "META_APP_SECRET", "META_VERIFY_TOKEN", "META_ACCESS_TOKEN", "META_PHONE_NUMBER_ID"
    };
    if (!anySet(all) || !allSet("the WhatsApp Cloud API", all)) {
      return Optional.empty();
    }
    return Optional.of(
        new MetaSettings(
            values.secret("META_APP_SECRET").orElseThrow(),
            values.secret("META_VERIFY_TOKEN").orElseThrow(),
            values.secret("META_ACCESS_TOKEN").orElseThrow(),
            number.orElse(""),
            base,
            version.orElse("v23.0")));
  }

  private Optional<SmtpSettings> smtp() {
    Optional<String> from =
        values.matching(
            "SMTP_FROM",
            "[^\\s@<>]+@[^\\s@<>]+|[^<>]*<[^\\s@<>]+@[^\\s@<>]+>",
            "must be a mail address, such as help@example.org");
    if (!anySet("SMTP_URL", "SMTP_FROM") || !allSet("e-mail", "SMTP_URL", "SMTP_FROM")) {
      return Optional.empty();
    }
    return SmtpUrl.parse(
        values.text("SMTP_URL").orElse(""),
        from.orElse(""),
        wrong -> values.fault("SMTP_URL", wrong));
  }

  private Optional<String> sender(String name) {
    return values
        .matching(name, SENDER, "must be a number in E.164 form, such as +15005550006")
        .map(number -> number.replace("whatsapp:", ""));
  }

  private boolean anySet(String... names) {
    return Arrays.stream(names).anyMatch(values::isSet);
  }

  /** Whether all are there; each missing one is a fault. */
  private boolean allSet(String channel, String... names) {
    boolean complete = true;
    for (String name : names) {
      if (!values.isSet(name)) {
        values.fault(
            name, "is missing, but others of " + channel + " are set: set it, or unset them all");
        complete = false;
      }
    }
    return complete;
  }
}
