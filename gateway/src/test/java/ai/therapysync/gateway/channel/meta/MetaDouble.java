package ai.therapysync.gateway.channel.meta;

import ai.therapysync.gateway.config.MetaSettings;
import ai.therapysync.gateway.config.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Meta's Graph API over real HTTP, with the answers that a test wants. A test fails in which it was
 * handed a body that Meta's description does not have.
 */
public final class MetaDouble implements AutoCloseable {
  public static final String NUMBER_ID = "106540352242922";
  public static final String APP_SECRET = "app-secret-word";
  public static final String VERIFY_TOKEN = "verify-token-word";
  public static final String ACCESS_TOKEN = "access-token-word";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Map<String, Kept> files = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Answer answer = this::taken;

  /** What was posted, and where. */
  public record Call(String path, String authorization, JsonNode body) {
    public String text() {
      return interactive()
          .path("body")
          .path("text")
          .asText(body.path("text").path("body").asText());
    }

    /** A question with buttons or a list. */
    public JsonNode interactive() {
      return body.path("interactive");
    }

    /** The ids of its buttons or rows, in order. */
    public List<String> choices() {
      return interactive().findValuesAsText("id");
    }

    /** What stands on them, in order. */
    public List<String> titles() {
      return interactive().findValuesAsText("title");
    }

    public String to() {
      return body.path("to").asText();
    }

    /** Our id, which comes back in statuses. */
    public String ours() {
      return body.path("biz_opaque_callback_data").asText();
    }
  }

  /** What a call is answered. */
  @FunctionalInterface
  private interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  public MetaDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public MetaSettings settings() {
    return settings(base());
  }

  static MetaSettings settings(URI base) {
    return new MetaSettings(
        new Secret(APP_SECRET),
        new Secret(VERIFY_TOKEN),
        new Secret(ACCESS_TOKEN),
        NUMBER_ID,
        base,
        "v23.0");
  }

  public Map<String, String> environment() {
    return Map.of(
        "META_APP_SECRET", APP_SECRET,
        "META_VERIFY_TOKEN", VERIFY_TOKEN,
        "META_ACCESS_TOKEN", ACCESS_TOKEN,
        "META_PHONE_NUMBER_ID", NUMBER_ID,
        "META_API_BASE_URL", base().toString());
  }

  /** The messages that it was handed, oldest first. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Every message is taken under an id of its own. */
  public void accepts() {
    answer = this::taken;
  }

  public void answers(int status, String body) {
    answer = exchange -> reply(exchange, status, body);
  }

  void answers(int status, String body, String header, String value) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set(header, value);
          reply(exchange, status, body);
        };
  }

  public void refuses(int status, int code) {
    answers(status, error(code, 0));
  }

  static String error(int code, int subcode) {
    return """
    {"error": {"message": "(#%1$d) no message to 14155550123", "type": "OAuthException",
     "code": %1$d, "error_subcode": %2$d, "error_data": {"messaging_product": "whatsapp",
     "details": "14155550123"}, "fbtrace_id": "A1"}}
    """
        .formatted(code, subcode);
  }

  /** The day is over: words are refused, and templates are taken. */
  public void takesOnlyTemplates() {
    answer =
        exchange -> {
          if (calls.getLast().body().path("type").asText().equals("template")) {
            taken(exchange);
          } else {
            reply(exchange, 400, error(131047, 0));
          }
        };
  }

  /** It takes all that is sent and hangs up. */
  public void breaksOff() {
    answer = HttpExchange::close;
  }

  /** It takes all that is sent and says nothing. */
  void keepsSilent() {
    answer =
        exchange -> {
          try {
            closing.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        };
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    if (!faults.isEmpty()) {
      throw new AssertionError("Not as Meta describes it: " + faults);
    }
  }

  /** Keeps a file under an id, as people send them; its address answers so often with 503 first. */
  public void keeps(String id, String contentType, byte[] content, int failures) {
    files.put(id, new Kept(contentType, ByteBuffer.wrap(content), new AtomicInteger(failures)));
  }

  private record Kept(String contentType, ByteBuffer content, AtomicInteger failures) {}

  /** Both steps take the token. */
  private void file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    Kept kept = files.get(id);
    boolean token =
        ("Bearer " + ACCESS_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (kept == null || !token) {
      reply(exchange, kept == null ? 404 : 401, error(100, 33));
    } else if (path.startsWith("/files/")) {
      boolean fails = kept.failures().getAndDecrement() > 0;
      exchange.getResponseHeaders().set("Content-Type", kept.contentType());
      exchange.sendResponseHeaders(fails ? 503 : 200, fails ? -1 : 0);
      if (!fails) {
        exchange.getResponseBody().write(kept.content().array());
      }
      exchange.close();
    } else {
      String link = base() + "/files/" + id;
      reply(
          exchange,
          200,
          "{\"url\": \"%s\", \"mime_type\": \"%s\", \"id\": \"%s\"}"
              .formatted(link, kept.contentType(), id));
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      file(exchange);
      return;
    }
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    calls.add(
        new Call(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            body));
    faults.addAll(MetaShape.faults(body));
    answer.give(exchange);
  }

  private void taken(HttpExchange exchange) throws IOException {
    reply(
        exchange,
        200,
        """
        {"messaging_product": "whatsapp", "contacts": [{"input": "14155550123",
         "wa_id": "14155550123"}], "messages": [{"id": "%s", "message_status": "accepted"}]}
        """
            .formatted(id(ids.incrementAndGet())));
  }

  /** The id under which the message of that number, from 1, was taken. */
  public String id(int which) {
    return "wamid.out" + server.getAddress().getPort() + "-" + which;
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
