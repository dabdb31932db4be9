package ai.therapysync.gateway.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The API's description as the server gives it, against which answers are held. */
final class Description {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final JsonNode tree;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Description(JsonNode tree) {
    this.tree = tree;
  }

  /** Read without a login. */
  static Description of(World world) {
    HttpResponse<String> file = Browser.get(world.url().resolve("/api/openapi.yaml").toString());
    try {
      return new Description(YAML.readTree(file.body()));
    } catch (IOException e) {
      throw new AssertionError("The description is no YAML", e);
    }
  }

  JsonNode tree() {
    return tree;
  }

  /** Each as {@code GET /users/{id}}. */
  Set<String> operations() {
    Set<String> all = new TreeSet<>();
    tree.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(
                    method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return all;
  }

  /** What of an answer is not as described; empty: all is. */
  List<String> faults(String operation, Client.Reply reply) {
    JsonNode response = response(operation, reply.status());
    if (response.isMissingNode()) {
      return List.of(operation + " answers " + reply.status() + ", which is not described");
    }
    String type = reply.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      return reply.body().asText().isEmpty() ? List.of() : List.of(operation + " has a body");
    }
    if (!content.has(type)) {
      return List.of(operation + " answers with " + type + ", which is not described");
    }
    return content.path(type).has("schema")
        ? errors(content.path(type).path("schema"), reply.body())
        : List.of();
  }

  boolean takesBody(String operation) {
    return operation(operation).has("requestBody");
  }

  private JsonNode operation(String operation) {
    String[] words = operation.split(" ", 2);
    return tree.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
  }

  private JsonNode response(String operation, int status) {
    JsonNode response = operation(operation).path("responses").path(String.valueOf(status));
    return response.has("$ref") ? tree.at(response.path("$ref").asText().substring(1)) : response;
  }

  /** What is wrong with a value by a schema of the description. */
  List<String> errors(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", tree.path("components"));
    Schema checks = registry.getSchema(whole);
    return checks
        .validate(
            value, context -> context.executionConfig(rules -> rules.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
