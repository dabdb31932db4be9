package ai.therapysync.gateway.simulator;

import ai.therapysync.gateway.simulator.network.Troubles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The page {@code /simulator}: phones, mailboxes, and what the gateway sees. */
public final class SimulatorPage {
  private static final String CONTENT_SECURITY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "html", "text/html");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> ASSETS =
      List.of(
          "app.js",
          "dom.js",
          "gateway.js",
          "mailbox.js",
          "phone.js",
          "rail.js",
          "store.js",
          "trouble.js",
          "base.css",
          "gateway.css",
          "phone.css",
          "favicon.svg");

  private final Simulation simulation;
  private final Insight insight;
  private final PageState state;

  /** A page over these phones, with what the gateway sees beside them. */
  public SimulatorPage(Simulation simulation, Insight insight) {
    this.simulation = simulation;
    this.insight = insight;
    this.state = new PageState(simulation);
  }

  /** Adds the page's routes to a web server. */
  public void mount(JavalinConfig config) {
    var routes = config.routes;
    routes.get("/simulator", http -> resource(http, "simulator.html"));
    ASSETS.forEach(name -> routes.get("/simulator/assets/" + name, http -> resource(http, name)));
    routes.get("/simulator/api/state", this::state);
    routes.get("/simulator/api/insight", http -> json(http, PageInsight.of(insight)));
    routes.post("/simulator/api/text", order(this::text));
    routes.post("/simulator/api/fault", order(this::fault));
    routes.post("/simulator/api/whatsapp", order(this::whatsapp));
    routes.post("/simulator/api/tap", order(this::tap));
    routes.post("/simulator/api/trouble", order(this::trouble));
    routes.post("/simulator/api/trouble/end", order(this::troubleEnds));
    routes.post("/simulator/api/trouble/end-all", order(_ -> troubles().endAll()));
    routes.post("/simulator/api/seed", order(body -> troubles().seed(PageOrders.seed(body))));
    routes.post("/simulator/api/mailbox", order(this::mailbox));
    routes.post("/simulator/api/look", order(this::look));
    routes.exception(PageOrders.Refused.class, SimulatorPage::refuse);
  }

  @FunctionalInterface
  private interface Order {
    void carryOut(JsonNode body);
  }

  private Handler order(Order order) {
    return http -> {
      order.carryOut(PageOrders.read(http, simulation.gateway()));
      http.status(204);
    };
  }

  private void state(Context http) {
    String after = http.queryParam("after");
    if (Long.toString(state.version()).equals(after)) {
      http.status(204);
      return;
    }
    json(http, state.now());
  }

  private void text(JsonNode body) {
    String from = PageOrders.number(body, "from");
    var _ = simulation.text(from, PageOrders.channel(body), PageOrders.text(body), List.of());
  }

  private void tap(JsonNode body) {
    String message = body.path("message").asText("");
    if (simulation.tap(message, body.path("choice").asText("")).isEmpty()) {
      throw new PageOrders.Refused(422, "That message offers no such choice");
    }
  }

  /** Everything that was meant for the number alone is over; {@code none} is all that follows. */
  private void fault(JsonNode body) {
    String number = PageOrders.number(body, "number");
    if (body.path("fault").asText("").equals("none")) {
      simulation.network().mend(number);
    } else {
      simulation.network().fault(number, PageTrouble.fault(body));
    }
  }

  private void trouble(JsonNode body) {
    troubles().begin(PageTrouble.read(body));
  }

  private void troubleEnds(JsonNode body) {
    troubles().end(PageTrouble.read(body));
  }

  private void whatsapp(JsonNode body) {
    simulation.network().whatsappBy(PageOrders.number(body, "number"), PageOrders.whatsappBy(body));
  }

  private Troubles troubles() {
    return simulation.network().troubles();
  }

  private void mailbox(JsonNode body) {
    simulation.mail().refuse(PageOrders.address(body), body.path("refuse").asBoolean(false));
  }

  private void look(JsonNode body) {
    simulation.lookAt(PageOrders.number(body, "number"), PageOrders.channel(body));
  }

  private static void refuse(PageOrders.Refused refused, Context http) {
    http.status(refused.status());
    json(http, Map.of("error", String.valueOf(refused.getMessage())));
  }

  private static void json(Context http, Object value) {
    try {
      http.contentType("application/json").result(MAPPER.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.header("Cache-Control", "no-store");
  }

  private static void resource(Context http, String name) {
    try (InputStream file = SimulatorPage.class.getResourceAsStream("page/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The page's file " + name + " is missing in the program");
      }
      http.header("Content-Security-Policy", CONTENT_SECURITY);
      http.header("Cache-Control", "no-cache");
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      http.contentType(type + "; charset=utf-8").result(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
