package ai.therapysync.gateway.api;

import ai.therapysync.gateway.api.field.Fault;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An answer that is not what was asked for, as RFC 9457 has it. */
public final class Problem extends RuntimeException {
  private final int status;
  private final String title;
  private final String detail;
  private final List<Fault> faults;

  private Problem(int status, String title, String detail, List<Fault> faults) {
    super(title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  static Problem malformed(String detail) {
    return new Problem(400, "The request can't be read", detail, List.of());
  }

  static Problem unauthenticated(String detail) {
    return new Problem(401, "Who are you?", detail, List.of());
  }

  static Problem forbidden(String detail) {
    return new Problem(403, "You may not do that", detail, List.of());
  }

  static Problem missing() {
    return new Problem(
        404,
        "There is no such thing here",
        "Nothing that you may see is at this address.",
        List.of());
  }

  static Problem conflict(String detail) {
    return new Problem(409, "It can't be done as things stand", detail, List.of());
  }

  static Problem stale() {
    return new Problem(
        412,
        "Somebody else changed it",
        "It is no longer as If-Match says: read it again, then change it.",
        List.of());
  }

  static Problem tooLarge(int most) {
    return new Problem(413, "The body is too large", "It may have " + most + " bytes.", List.of());
  }

  static Problem invalid(List<Fault> faults) {
    Fault first = faults.getFirst();
    return new Problem(
        422, "A value can't be taken", first.field() + " " + first.what() + ".", faults);
  }

  static Problem invalid(String field, String what) {
    return invalid(List.of(new Fault(field, what)));
  }

  static Problem tooMany() {
    return new Problem(429, "Too many requests", "Wait a moment, as Retry-After says.", List.of());
  }

  static Problem failed() {
    return new Problem(500, "Something went wrong here", "It has been written down.", List.of());
  }

  static Problem away() {
    return new Problem(503, "The database is away", "Try again in a moment.", List.of());
  }

  int status() {
    return status;
  }

  /** The body: {@code errors} names each field that is wrong. */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
    if (!faults.isEmpty()) {
      ArrayNode errors = body.putArray("errors");
      faults.forEach(
          fault -> errors.addObject().put("field", fault.field()).put("detail", fault.what()));
    }
    return body;
  }
}
