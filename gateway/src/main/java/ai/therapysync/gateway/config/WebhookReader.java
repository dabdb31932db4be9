package ai.therapysync.gateway.config;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/** Reads where operators are told by HTTP, and with which secret. */
final class WebhookReader {
  private static final String URL = "OPERATOR_WEBHOOK_URL";
  private static final String SECRET = "OPERATOR_WEBHOOK_SECRET";
  private static final String PREFIX = "whsec_";

  private final Values values;
  private final Environment environment;

  WebhookReader(Values values, Environment environment) {
    this.values = values;
    this.environment = environment;
  }

  Optional<WebhookSettings> webhook() {
    Optional<URI> address = values.address(URL);
    if (address.filter(it -> !mayBeUsed(it)).isPresent()) {
      values.fault(URL, "must begin with https://; http:// only with GATEWAY_ENV=development");
    }
    Optional<Secret> secret =
        values.parsed(
            SECRET,
            "must be whsec_ followed by 24 to 64 bytes in Base64: echo whsec_$(openssl rand -base64"
                + " 32)",
            WebhookReader::secret);
    if (values.isSet(URL) != values.isSet(SECRET)) {
      values.fault(
          values.isSet(URL) ? SECRET : URL,
          "is missing: the webhook needs both " + URL + " and " + SECRET);
    }
    return address.flatMap(url -> secret.map(key -> new WebhookSettings(url, key)));
  }

  private boolean mayBeUsed(URI address) {
    return environment == Environment.DEVELOPMENT || "https".equalsIgnoreCase(address.getScheme());
  }

  private static Optional<Secret> secret(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
    return bytes >= 24 && bytes <= 64 ? Optional.of(new Secret(text)) : Optional.empty();
  }
}
