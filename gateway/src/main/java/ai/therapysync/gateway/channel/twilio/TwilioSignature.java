package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.TwilioSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a request was signed by Twilio with one of our auth tokens. The address is built
 * from our public origin and never from the request's headers, which a stranger could write.
 */
final class TwilioSignature {
  private static final String BODY_HASH = "bodySHA256=";

  private final List<Secret> tokens;
  private final Set<String> origins;

  TwilioSignature(TwilioSettings settings) {
    this.tokens =
        Stream.concat(Stream.of(settings.authToken()), settings.previousAuthToken().stream())
            .toList();
    this.origins = origins(settings.publicUrl());
  }

  /** Whether the request's {@code X-Twilio-Signature} is over this address and these parameters. */
  boolean isGenuine(Webhook.Request request, TwilioForm form) {
    byte[] given = request.header("x-twilio-signature").getBytes(StandardCharsets.UTF_8);
    String parameters = form.json() ? "" : joined(form);
    boolean genuine = false;
    for (Secret token : tokens) {
      for (String address : addresses(request)) {
        genuine |= MessageDigest.isEqual(sign(token, address + parameters), given);
      }
    }
    return genuine && (!form.json() || isHashOfBody(request));
  }

  /** An apostrophe in a query may have been escaped, or not, between the signature and here. */
  private Set<String> addresses(Webhook.Request request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    return Stream.of(query, query.replace("'", "%27"), query.replace("%27", "'"))
        .flatMap(written -> origins.stream().map(origin -> origin + request.path() + written))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The hash that a JSON body must have, as it stands in the signed query. */
  static Optional<String> bodyHash(String query) {
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith(BODY_HASH))
        .map(pair -> pair.substring(BODY_HASH.length()))
        .findFirst();
  }

  private static boolean isHashOfBody(Webhook.Request request) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(request.body());
      byte[] given =
          bodyHash(request.query())
              .orElse("")
              .toLowerCase(Locale.ROOT)
              .getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(
          HexFormat.of().formatHex(hash).getBytes(StandardCharsets.UTF_8), given);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /** Names sorted; a name's values sorted and each taken once; nothing between them. */
  private static String joined(TwilioForm form) {
    StringBuilder joined = new StringBuilder();
    new TreeMap<>(form.values())
        .forEach((name, values) ->
            new TreeSet<>(values).forEach(value -> joined.append(name).append(value)));
    return joined.toString();
  }

  private static byte[] sign(Secret token, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA1", e);
    }
  }

  /** As configured, without its port, and with the scheme's own port where none other is named. */
  private static Set<String> origins(URI publicUrl) {
    String scheme = publicUrl.getScheme() + "://";
    String authority = publicUrl.getRawAuthority();
    String host = authority.replaceFirst(":[0-9]*$", "");
    String usual = "https".equalsIgnoreCase(publicUrl.getScheme()) ? ":443" : ":80";
    String path = publicUrl.getRawPath() == null ? "" : publicUrl.getRawPath();
    String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Set<String> origins = new LinkedHashSet<>();
    origins.add(scheme + authority + base);
    origins.add(scheme + host + base);
    if (authority.equals(host) || authority.endsWith(usual)) {
      origins.add(scheme + host + usual + base);
    }
    return origins;
  }
}
