package ai.therapysync.gateway.simulator.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal by the Graph API: HTTP status, Meta's codes, and a sentence without private words. */
final class GraphError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int code;
  private final int subcode;

  private GraphError(int status, int code, int subcode, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.subcode = subcode;
  }

  static GraphError of(int status, int code, String message) {
    return new GraphError(status, code, 0, message);
  }

  /** A parameter is missing or not as it should be. */
  static GraphError parameter(String message) {
    return of(400, 131009, "Parameter value is not valid: " + message);
  }

  static GraphError token() {
    return of(401, 190, "Invalid OAuth access token");
  }

  static GraphError unknownObject() {
    return new GraphError(400, 100, 33, "Object does not exist or can't be loaded");
  }

  static GraphError broken() {
    return of(500, 131000, "Something went wrong");
  }

  int status() {
    return status;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode error = json.putObject("error");
    error.put("message", "(#" + code + ") " + getMessage());
    error.put("type", code == 190 ? "OAuthException" : "GraphMethodException");
    error.put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error
        .putObject("error_data")
        .put("messaging_product", "whatsapp")
        .put("details", String.valueOf(getMessage()));
    error.put("fbtrace_id", "Simulated");
    return json;
  }
}
