package ai.therapysync.gateway.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Twilio's REST resources for messages, as far as a messaging gateway uses them. */
final class TwilioApi {
  private final Account account;
  private final PhoneNetwork network;
  private final Receipts receipts;
  private final Pace pace;
  private final InstantSource clock;
  private final TwilioJson json;

  TwilioApi(
      Account account, PhoneNetwork network, Receipts receipts, Pace pace, InstantSource clock) {
    this.account = account;
    this.network = network;
    this.receipts = receipts;
    this.pace = pace;
    this.clock = clock;
    this.json = new TwilioJson(account.sid());
  }

  void routes(JavalinDefaultRoutingApi routes) {
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

  private void create(Context http) {
    Order order = Order.read(http, account);
    Fault fault = network.fault(order.line().phone());
    refuseAtOnce(order.line(), fault);
    SimulatedMessage message =
        new SimulatedMessage(
            (order.content().media().isEmpty() ? "SM" : "MM") + Account.hex(),
            order.line(),
            false,
            order.content(),
            SimulatedMessage.Trail.begin(Status.QUEUED, clock.instant()),
            order.request());
    network.add(message);
    receipts.begin(message, fault);
    if (fault == Fault.LOST_ANSWER) {
      throw broken();
    }
    ObjectNode answer = json.message(message);
    if (fault == Fault.SLOW) {
      http.future(() -> CompletableFuture.runAsync(() -> answer(http, 201, answer), late()));
      return;
    }
    answer(http, 201, answer);
  }

  private void refuseAtOnce(Line line, Fault fault) {
    if (network.isOptedOut(line)) {
      throw new TwilioError(400, 21610, "The holder of this number has unsubscribed");
    }
    switch (fault) {
      case REFUSED -> throw new TwilioError(400, 21211, "The 'To' number is not a phone number");
      case THROTTLED -> throw new TwilioError(429, 20429, "Too many requests");
      case BROKEN -> throw broken();
      case NONE, UNREACHABLE, SLOW, LOST_ANSWER, SILENT, WINDOW_CLOSED, DUPLICATE_WEBHOOK -> {}
    }
  }

  private Executor late() {
    return CompletableFuture.delayedExecutor(pace.slowAnswer().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void list(Context http) {
    ListQuery query = ListQuery.read(http);
    answer(http, 200, query.page(network.messages(), json));
  }

  private void fetch(Context http) {
    String sid = withoutJson(http.pathParam("file"));
    answer(http, 200, json.message(network.find(sid).orElseThrow(TwilioApi::notFound)));
  }

  private void fetchAccount(Context http) {
    if (!withoutJson(http.pathParam("file")).equals(account.sid())) {
      throw notFound();
    }
    answer(http, 200, json.account(clock.instant()));
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

  private static TwilioError broken() {
    return new TwilioError(500, 20500, "Internal server error");
  }
}
