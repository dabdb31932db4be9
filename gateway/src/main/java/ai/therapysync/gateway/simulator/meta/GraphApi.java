package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.BrokenWire;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Line;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.Receipts;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Meta's Graph API, as far as a messaging gateway uses it. */
final class GraphApi {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final MetaAccount account;
  private final Backbone backbone;
  private final PhoneNetwork network;
  private final Receipts receipts;
  private final UserIds users;
  private final MetaMedia media;

  GraphApi(
      MetaAccount account, Backbone backbone, Receipts receipts, UserIds users, MetaMedia media) {
    this.account = account;
    this.backbone = backbone;
    this.network = backbone.network();
    this.receipts = receipts;
    this.users = users;
    this.media = media;
  }

  void mount(JavalinDefaultRoutingApi routes) {
    routes.post("/{version}/{sender}/messages", this::take);
    routes.get("/{version}/{object}", this::object);
    routes.get(MetaMedia.PATH + "{id}", this::download);
    routes.exception(GraphError.class, GraphApi::refuse);
  }

  private void take(Context http) throws IOException {
    authenticate(http);
    if (!http.pathParam("sender").equals(account.phoneNumberId())) {
      throw GraphError.unknownObject();
    }
    JsonNode body = json(http);
    if (body.path("status").asText("").equals("read")) {
      readMark(http, body);
    } else {
      send(http, GraphOrder.read(body, account.phoneNumberId(), users));
    }
  }

  /** The gateway has seen a message; where it asks for it, the phone shows that it is typing. */
  private void readMark(Context http, JsonNode body) {
    GraphOrder.product(body);
    String id = body.path("message_id").asText("");
    if (network.find(id).filter(found -> found.fromPhone() && isOurs(found.line())).isEmpty()) {
      throw GraphError.parameter("message_id is of no message");
    }
    var _ = network.advance(id, Status.READ, OptionalInt.empty());
    answer(http, 200, object().put("success", true));
  }

  private void send(Context http, GraphOrder order) throws IOException {
    refuseAtOnce(order.line());
    SimulatedMessage message =
        SimulatedMessage.toPhone(
            MetaNotice.newId(),
            order.line(),
            order.content(),
            order.request(),
            backbone.clock().instant());
    network.add(message);
    receipts.begin(message);
    answer(http, message);
  }

  private void answer(Context http, SimulatedMessage message) throws IOException {
    ObjectNode taken = taken(message);
    Optional<Fault> fault =
        network.troubles().first(message.line(), Fault.LOST_ANSWER, Fault.CUT_OFF, Fault.SLOW);
    if (fault.isEmpty()) {
      answer(http, 200, taken);
    } else if (fault.get() == Fault.LOST_ANSWER) {
      throw GraphError.broken();
    } else if (fault.get() == Fault.CUT_OFF) {
      BrokenWire.cut(http);
    } else {
      http.future(() -> CompletableFuture.runAsync(() -> answer(http, 200, taken), late()));
    }
  }

  private void refuseAtOnce(Line line) {
    Optional<Fault> fault =
        network.troubles().first(line, Fault.REFUSED, Fault.THROTTLED, Fault.CROWDED, Fault.BROKEN);
    if (fault.isPresent()) {
      throw switch (fault.get()) {
        case REFUSED -> GraphError.of(400, 131026, "Message undeliverable");
        case THROTTLED -> GraphError.of(429, 130429, "Rate limit hit");
        case CROWDED -> GraphError.of(400, 131056, "Pair rate limit hit");
        default -> GraphError.broken();
      };
    }
  }

  private ObjectNode taken(SimulatedMessage message) {
    ObjectNode json = object().put("messaging_product", "whatsapp");
    ObjectNode contact = json.putArray("contacts").addObject();
    String number = message.line().phone().substring(1);
    message
        .request()
        .userId()
        .ifPresentOrElse(
            user -> contact.put("input", user).put("user_id", user),
            () -> contact.put("input", number).put("wa_id", number));
    json.putArray("messages")
        .addObject()
        .put("id", message.sid())
        .put("message_status", "accepted");
    return json;
  }

  /** A number of ours, or a picture that was sent. */
  private void object(Context http) {
    authenticate(http);
    String id = http.pathParam("object");
    if (id.equals(account.phoneNumberId())) {
      answer(
          http,
          200,
          object()
              .put("id", id)
              .put("display_phone_number", account.phoneNumber())
              .put("verified_name", "Simulated phone network")
              .put("quality_rating", "GREEN"));
      return;
    }
    answer(http, 200, media.describe(id, http.scheme() + "://" + http.host()));
  }

  private void download(Context http) {
    bearer(http);
    MetaMedia.File file = media.file(http.pathParam("id"));
    http.contentType(file.contentType()).result(file.bytes());
  }

  private void authenticate(Context http) {
    if (!http.pathParam("version").matches("v[0-9]{1,3}\\.[0-9]")) {
      throw GraphError.of(400, 2500, "Unknown path components");
    }
    bearer(http);
  }

  private void bearer(Context http) {
    String given = String.valueOf(http.header("Authorization"));
    if (!MessageDigest.isEqual(
        ("Bearer " + account.accessToken()).getBytes(StandardCharsets.UTF_8),
        given.getBytes(StandardCharsets.UTF_8))) {
      throw GraphError.token();
    }
  }

  private boolean isOurs(Line line) {
    return line.sender().equals(account.phoneNumberId());
  }

  private Executor late() {
    return CompletableFuture.delayedExecutor(
        backbone.pace().slowAnswer().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static JsonNode json(Context http) {
    try {
      JsonNode body = MAPPER.readTree(http.bodyAsBytes());
      if (body != null && body.isObject()) {
        return body;
      }
    } catch (IOException e) {
      // the same refusal as for JSON that is no object; its message would quote the body
    }
    throw GraphError.of(400, 100, "The body is not a JSON object");
  }

  private static void refuse(GraphError error, Context http) {
    answer(http, error.status(), error.json());
  }

  private static void answer(Context http, int status, ObjectNode body) {
    http.status(status).contentType("application/json; charset=UTF-8").result(body.toString());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
