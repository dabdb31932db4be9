package ai.therapysync.gateway.api;

import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes answers. */
final class Answer {
  private static final int CREATED = 201;
  private static final int NOTHING = 204;

  private Answer() {}

  /** One row, with its tag. */
  static void row(Request request, ObjectNode row) {
    request.context().header("ETag", Etag.of(row));
    tree(request, row);
  }

  /** A row that is new. */
  static void created(Request request, ObjectNode row) {
    request.context().status(CREATED);
    String path = request.context().path().replaceAll("/+$", "");
    request.context().header("Location", path + "/" + row.path("id").asText());
    row(request, row);
  }

  static void changed(Request request, Changed changed) {
    row(request, done(changed));
  }

  static void nothing(Request request) {
    request.context().status(NOTHING);
  }

  static void removed(Request request, Changed changed) {
    done(changed);
    nothing(request);
  }

  /** {@code items}, and {@code next_cursor} while there are more. */
  static void page(Request request, Page page) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("items").addAll(page.rows());
    page.next()
        .ifPresentOrElse(
            next -> body.put("next_cursor", next.written()), () -> body.putNull("next_cursor"));
    tree(request, body);
  }

  static void tree(Request request, JsonNode body) {
    request.context().contentType("application/json").result(body.toString());
  }

  private static ObjectNode done(Changed changed) {
    return switch (changed) {
      case Changed.Done(ObjectNode row) -> row;
      case Changed.Unseen _ -> throw Problem.missing();
      case Changed.Stale _ -> throw Problem.stale();
    };
  }
}
