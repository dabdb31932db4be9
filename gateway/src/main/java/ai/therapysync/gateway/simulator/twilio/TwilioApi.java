package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.BrokenWire;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Line;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.Receipts;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Twilio's REST resources for messages, as far as a messaging gateway uses them. */
final class TwilioApi {
  private final Account account;
  private final Backbone backbone;
  private final PhoneNetwork network;
  private final Receipts receipts;
  private final TwilioJson json;

  TwilioApi(Account account, Backbone backbone, Receipts receipts) {
    this.account = account;
    this.backbone = backbone;
    this.network = backbone.network();
    this.receipts = receipts;
    this.json = new TwilioJson(account.sid());
  }

  void mount(JavalinDefaultRoutingApi routes) {
    String root = "/" + TwilioJson.VERSION + "/Accounts";
    routes.before(root + "/*", this::authenticate);
    routes.post(root + "/{account}/Messages.json", this::create);
    routes.get(root + "/{account}/Messages.json", this::list);
    routes.get(root + "/{account}/Messages/{file}", this::fetch);
    routes.get(root + "/{file}", this::fetchAccount);
    routes.exception(TwilioError.class, TwilioApi::refuse);
  }

  private void authenticate(Context http) {
    String expected = account.sid() + ":" + account.authToken();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
    String given = http.header("Authorization");
    if (given == null || !same(basic, given)) {
      throw new TwilioError(401, 20003, "Authenticate");
    }
    if (!http.path().contains("/Accounts/" + account.sid())) {
      throw notFound();
    }
  }

  private void create(Context http) throws IOException {
    TwilioOrder order = TwilioOrder.read(http, account);
    refuseAtOnce(order.line());
    SimulatedMessage message =
        SimulatedMessage.toPhone(
            TwilioJson.newSid(!order.content().media().isEmpty()),
            order.line(),
            order.content(),
            order.request(),
            backbone.clock().instant());
    network.add(message);
    receipts.begin(message);
    answer(http, message);
  }

  private void answer(Context http, SimulatedMessage message) throws IOException {
    ObjectNode taken = json.message(message);
    Optional<Fault> fault =
        network.troubles().first(message.line(), Fault.LOST_ANSWER, Fault.CUT_OFF, Fault.SLOW);
    if (fault.isEmpty()) {
      answer(http, 201, taken);
    } else if (fault.get() == Fault.LOST_ANSWER) {
      throw broken();
    } else if (fault.get() == Fault.CUT_OFF) {
      BrokenWire.cut(http);
    } else {
      http.future(() -> CompletableFuture.runAsync(() -> answer(http, 201, taken), late()));
    }
  }

  private void refuseAtOnce(Line line) {
    if (network.isOptedOut(line)) {
      throw unsubscribed();
    }
    Optional<Fault> fault =
        network
            .troubles()
            .first(line, Fault.OPTED_OUT, Fault.REFUSED, Fault.THROTTLED, Fault.BROKEN);
    if (fault.isPresent()) {
      throw switch (fault.get()) {
        case OPTED_OUT -> unsubscribed();
        case REFUSED -> new TwilioError(400, 21211, "The 'To' number is not a phone number");
        case THROTTLED -> new TwilioError(429, 20429, "Too many requests");
        default -> broken();
      };
    }
  }

  private Executor late() {
    return CompletableFuture.delayedExecutor(
        backbone.pace().slowAnswer().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void list(Context http) {
    ListQuery query = ListQuery.read(http);
    answer(http, 200, query.page(ours(), json));
  }

  private List<SimulatedMessage> ours() {
    return network.messages().stream().filter(TwilioApi::isOurs).toList();
  }

  private static boolean isOurs(SimulatedMessage message) {
    return message.line().provider() == Provider.TWILIO;
  }

  private void fetch(Context http) {
    String sid = withoutJson(http.pathParam("file"));
    answer(
        http,
        200,
        json.message(network.find(sid).filter(TwilioApi::isOurs).orElseThrow(TwilioApi::notFound)));
  }

  private void fetchAccount(Context http) {
    if (!withoutJson(http.pathParam("file")).equals(account.sid())) {
      throw notFound();
    }
    answer(http, 200, json.account(backbone.clock().instant()));
  }

  private static void refuse(TwilioError error, Context http) {
    if (error.status() == 401) {
      http.header("WWW-Authenticate", "Basic realm=\"Twilio API\"");
    }
    answer(http, error.status(), TwilioJson.error(error));
  }

  private static void answer(Context http, int status, ObjectNode body) {
    http.status(status).contentType("application/json;charset=utf-8").result(body.toString());
  }

  private static String withoutJson(String file) {
    return file.endsWith(".json") ? file.substring(0, file.length() - 5) : file;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static TwilioError notFound() {
    return new TwilioError(404, 20404, "The requested resource was not found");
  }

  private static TwilioError unsubscribed() {
    return new TwilioError(400, 21610, "The holder of this number has unsubscribed");
  }

  private static TwilioError broken() {
    return new TwilioError(500, 20500, "Internal server error");
  }
}
