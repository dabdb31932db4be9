package ai.therapysync.gateway.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with a token, at the API. */
final class Client {
  /** What the gateway of a story trusts. */
  static final String SECRET = "a secret that the login shares with the gateway of a story";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final World world;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> headers;

  private Client(World world, Map<String, String> headers) {
    this.world = world;
    this.headers = Map.copyOf(headers);
  }

  /** What came back. */
  record Reply(int status, JsonNode body, HttpHeaders headers) {
    String text(String field) {
      return body.path(field).asText();
    }

    String tag() {
      return headers.firstValue("ETag").orElse("");
    }
  }

  static Client of(World world, UUID who) {
    return bearing(world, token(who, world.clock.instant().plus(Duration.ofHours(1)), SECRET));
  }

  static Client bearing(World world, String token) {
    return new Client(world, Map.of("Authorization", "Bearer " + token));
  }

  static Client nobody(World world) {
    return new Client(world, Map.of());
  }

  /** An operator who has just been given this role. */
  static Client operator(World world, String role) {
    UUID id = Someone.account(world, role);
    world.run("INSERT INTO user_roles (user_id, role) VALUES ('%s', '%s')".formatted(id, role));
    return of(world, id);
  }

  static String token(UUID who, Instant until, String secret) {
    return token(
        new JWTClaimsSet.Builder()
            .subject(who.toString())
            .audience("authenticated")
            .claim("role", "authenticated")
            .expirationTime(Date.from(until))
            .build(),
        secret);
  }

  static String token(JWTClaimsSet claims, String secret) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same person, with one more header. */
  Client with(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    return new Client(world, all);
  }

  Reply get(String path) {
    return ask("GET", path, "");
  }

  Reply post(String path, String body) {
    return ask("POST", path, body);
  }

  Reply put(String path, String body) {
    return ask("PUT", path, body);
  }

  Reply patch(String path, String body) {
    return ask("PATCH", path, body);
  }

  Reply delete(String path) {
    return ask("DELETE", path, "");
  }

  Reply ask(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(world.url().resolve("/api/v1" + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.body().startsWith("{")
              ? JSON.readTree(response.body())
              : JsonNodeFactory.instance.textNode(response.body()),
          response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
