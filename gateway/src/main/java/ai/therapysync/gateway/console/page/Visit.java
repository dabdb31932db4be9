package ai.therapysync.gateway.console.page;

import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.audit.Origin;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;

/** One request of somebody who may make it. */
public final class Visit {
  private final Context http;
  private final Visitor visitor;
  private final Origin origin;

  /** As the guard lets it in. */
  public Visit(Context http, Visitor visitor, Origin origin) {
    this.http = http;
    this.visitor = visitor;
    this.origin = origin;
  }

  public Visitor visitor() {
    return visitor;
  }

  /** In whose name to work: {@code callers.acting(visit.caller(), visit.origin(), …)}. */
  public Caller caller() {
    return visitor.caller();
  }

  /** For the audit log. */
  public Origin origin() {
    return origin;
  }

  /** What was posted. */
  public Form form() {
    return Form.of(http.formParamMap());
  }

  /** What stands in the address after the question mark; blanks around it don't count. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(http.queryParam(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** All of the query, as a form with what was searched for. */
  public Form search() {
    return Form.of(http.queryParamMap());
  }

  /** A part of the path. */
  public String path(String name) {
    return http.pathParam(name);
  }

  /** A part of the path that must be an id; empty when it is none, so that the page is missing. */
  public Optional<UUID> id(String name) {
    try {
      return Optional.of(UUID.fromString(http.pathParam(name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether htmx asks for a part of the page; a page that it puts back into history is whole. */
  public boolean isPartial() {
    return "true".equals(http.header("HX-Request"))
        && !"true".equals(http.header("HX-Boosted"))
        && !"true".equals(http.header("HX-History-Restore-Request"));
  }
}
