package ai.therapysync.gateway.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the forms in which people write a PostgreSQL's address, and refuses what can't work. */
final class DatabaseUrl {
  private static final String FORM =
      "must look like postgresql://user:password@host:5432/database; encode special characters of"
          + " the password as %XX";

  /** libpq's names that the JDBC driver spells otherwise. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "target_session_attrs", "targetServerType");

  private DatabaseUrl() {}

  static Optional<DatabaseSettings> parse(String url, Consumer<String> fault) {
    try {
      UrlParts parts = UrlParts.split(withoutScheme(url));
      if (isTransactionPooling(parts)) {
        fault.accept(
            "leads to transaction pooling, where sessions lose their locks and settings: use the"
                + " direct connection or session pooling (Supabase: port 5432)");
        return Optional.empty();
      }
      return Optional.of(settings(parts));
    } catch (IllegalArgumentException e) {
      fault.accept(FORM);
      return Optional.empty();
    }
  }

  private static String withoutScheme(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring(5) : url;
    for (String scheme : new String[] {"postgresql://", "postgres://"}) {
      if (plain.startsWith(scheme)) {
        return plain.substring(scheme.length());
      }
    }
    throw new IllegalArgumentException("Not PostgreSQL's scheme");
  }

  private static boolean isTransactionPooling(UrlParts parts) {
    boolean said =
        "true".equalsIgnoreCase(parts.query().get("pgbouncer"))
            || "transaction".equalsIgnoreCase(parts.query().get("pool_mode"));
    return said || parts.hosts().matches(".*\\.supabase\\.(?:co|com|net|in):6543");
  }

  private static DatabaseSettings settings(UrlParts parts) {
    Map<String, String> query = new LinkedHashMap<>(parts.query());
    Optional<String> user = Optional.ofNullable(query.remove("user")).or(parts::user);
    Optional<String> password = Optional.ofNullable(query.remove("password")).or(parts::password);
    query.remove("pgbouncer");
    boolean complete = user.filter(name -> !name.isEmpty()).isPresent() && !parts.path().isEmpty();
    if (!complete
        || !parts
            .hosts()
            .matches("(?:\\[[0-9A-Fa-f:.]+\\]|[^:\\s/\\[\\],@]+)(?::[0-9]{1,5})?(?:,.+)?")) {
      throw new IllegalArgumentException("Not a database's address");
    }
    String parameters =
        query.entrySet().stream()
            .map(entry ->
                DRIVER_NAMES.getOrDefault(entry.getKey(), entry.getKey())
                    + "="
                    + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    String jdbcUrl =
        "jdbc:postgresql://"
            + parts.hosts()
            + "/"
            + encoded(parts.path())
            + (parameters.isEmpty() ? "" : "?" + parameters);
    return new DatabaseSettings(jdbcUrl, user.orElseThrow(), new Secret(password.orElse("")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
