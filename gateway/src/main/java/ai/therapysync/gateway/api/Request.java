package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.resources.Cursor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** A request of somebody who came in, and its parts as the API reads them. */
record Request(Context context, Caller caller, String address) {
  private static final int LARGEST = 128 * 1024;
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** From where they act, for the audit log. */
  Origin origin() {
    return new Origin(Origin.Door.API, address);
  }

  /** An id in the address; what is none is at no address. */
  UUID id(String name) {
    String text = context.pathParam(name);
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw Problem.missing();
    }
    throw Problem.missing();
  }

  /** The body, which must be an object. */
  ObjectNode body() {
    try {
      byte[] bytes = context.bodyInputStream().readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw Problem.tooLarge(LARGEST);
      }
      JsonNode tree = JSON.readTree(bytes);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw Problem.malformed(
          "The body is not JSON, or it names a field twice: line "
              + Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1)
              + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw Problem.malformed("The body must be a JSON object.");
  }

  /** How many rows of a list are wanted. */
  int limit() {
    return query("limit")
        .map(text -> {
          if (text.matches("[0-9]{1,4}")
              && Integer.parseInt(text) >= 1
              && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
          }
          throw Problem.invalid("limit", "must be a whole number from 1 to " + MOST);
        })
        .orElse(USUAL);
  }

  /** Where a list goes on. */
  Optional<Cursor> cursor() {
    return query("cursor")
        .map(text ->
            Cursor.parse(text)
                .orElseThrow(
                    () -> Problem.invalid("cursor", "must be the next_cursor of the list before")));
  }

  /** A parameter of the address; a blank one counts as none. */
  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
  }

  /** Whether a row is still as {@code If-Match} says; anything will do where it says nothing. */
  Predicate<ObjectNode> unchanged() {
    Optional<String> match = Optional.ofNullable(context.header("If-Match")).map(String::strip);
    return row ->
        match.map(tags -> tags.equals("*") || Etag.lists(tags, Etag.of(row))).orElse(true);
  }
}
