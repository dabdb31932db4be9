package ai.therapysync.gateway.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code smtp://user:password@host:587} and {@code smtps://…}. */
final class SmtpUrl {
  private static final String FORM = "must look like smtp://user:password@host:587 or smtps://…";

  private SmtpUrl() {}

  static Optional<SmtpSettings> parse(String url, String from, Consumer<String> fault) {
    String lower = url.toLowerCase(Locale.ROOT);
    boolean tls = lower.startsWith("smtps://");
    if (!tls && !lower.startsWith("smtp://")) {
      fault.accept(FORM);
      return Optional.empty();
    }
    try {
      return Optional.of(settings(UrlParts.split(url.substring(url.indexOf("//") + 2)), tls, from));
    } catch (IllegalArgumentException e) {
      fault.accept(FORM + "; encode special characters of the password as %XX");
      return Optional.empty();
    }
  }

  private static SmtpSettings settings(UrlParts parts, boolean tls, String from) {
    String hosts = parts.hosts();
    int colon = hosts.lastIndexOf(':');
    boolean hasPort = colon > hosts.lastIndexOf(']');
    String host = hasPort ? hosts.substring(0, colon) : hosts;
    int port = hasPort ? Integer.parseInt(hosts.substring(colon + 1)) : tls ? 465 : 587;
    boolean possible = !host.isBlank() && port > 0 && port <= 65_535 && parts.path().isEmpty();
    boolean halfLogin = parts.user().isPresent() != parts.password().isPresent();
    if (!possible || halfLogin) {
      throw new IllegalArgumentException("Not a mail server's address");
    }
    Optional<SmtpSettings.Login> login =
        parts
            .user()
            .filter(user -> !user.isEmpty())
            .map(user -> new SmtpSettings.Login(user, new Secret(parts.password().orElseThrow())));
    return new SmtpSettings(host.replaceAll("[\\[\\]]", ""), port, tls, login, from);
  }
}
