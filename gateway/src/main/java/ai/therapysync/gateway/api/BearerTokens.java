package ai.therapysync.gateway.api;

import ai.therapysync.gateway.config.AuthSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks bearer tokens as Supabase issues them: signed by a shared secret (HS256) or by published
 * keys, with {@code sub} and {@code exp}, and {@code role} {@code authenticated} where they name
 * one.
 */
public final class BearerTokens {
  /** Clocks may differ by so much. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  /** HMAC fills a shorter key up with zeros, so that the same tokens verify. */
  private static final int KEY_BYTES = 32;

  private static final int WITHIN = 3_000;
  private static final int LARGEST_KEYS = 100_000;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /** By what the configuration trusts, and the clock that tells what has expired. */
  public BearerTokens(AuthSettings settings, InstantSource clock) {
    processor.setJWSKeySelector(selector(settings));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(null, Set.of("sub", "exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(claims);
  }

  /** Whom a token names; empty when it is not to be trusted, or names nobody. */
  public Optional<UUID> subject(String token) {
    try {
      return subject(processor.process(token, null));
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> subject(JWTClaimsSet claims) throws ParseException {
    Optional<String> role = Optional.ofNullable(claims.getStringClaim("role"));
    return role.filter(word -> !word.equals("authenticated")).isPresent()
        ? Optional.empty()
        : Optional.of(UUID.fromString(claims.getSubject()));
  }

  private static JWSVerificationKeySelector<SecurityContext> selector(AuthSettings settings) {
    return switch (settings) {
      case AuthSettings.SharedSecret(var secret) -> {
        byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
        yield new JWSVerificationKeySelector<>(
            JWSAlgorithm.HS256,
            new ImmutableSecret<>(Arrays.copyOf(key, Math.max(key.length, KEY_BYTES))));
      }
      case AuthSettings.PublishedKeys(var address) -> {
        try {
          JWKSource<SecurityContext> keys =
              JWKSourceBuilder.create(
                      address.toURL(), new DefaultResourceRetriever(WITHIN, WITHIN, LARGEST_KEYS))
                  .outageTolerant(Duration.ofHours(12).toMillis())
                  .build();
          yield new JWSVerificationKeySelector<>(
              Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384), keys);
        } catch (MalformedURLException e) {
          throw new IllegalArgumentException("AUTH_JWKS_URL is no address on the web", e);
        }
      }
    };
  }
}
