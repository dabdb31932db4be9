package ai.therapysync.gateway.simulator.network;

import com.twilio.security.RequestValidator;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A gateway that keeps what comes to its webhooks, and answers as it is told. */
public final class FakeGateway implements AutoCloseable {
  private final BlockingQueue<Hit> hits = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final RequestValidator validator;
  private final Javalin server;

  /** What came. */
  public record Hit(String path, Map<String, String> form, boolean signed) {
    /** A parameter's value; empty when it is missing. */
    public String get(String name) {
      return form.getOrDefault(name, "");
    }
  }

  /** A gateway that checks signatures with that token. */
  public FakeGateway(String authToken) {
    validator = new RequestValidator(authToken);
    server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.post("/webhooks/twilio", this::keep);
          config.routes.post("/webhooks/twilio/status", this::keep);
        });
    server.start("127.0.0.1", 0);
  }

  /** Its public URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The next webhook is answered so. */
  public void answersNext(int status) {
    answers.add(status);
  }

  /** Waits for the next webhook. */
  public Hit next() throws InterruptedException {
    Hit hit = hits.poll(5, TimeUnit.SECONDS);
    if (hit == null) {
      throw new AssertionError("No webhook came within 5 s");
    }
    return hit;
  }

  /** Whether nothing more has come yet. */
  public boolean isQuiet() {
    return hits.isEmpty();
  }

  private void keep(Context http) {
    Map<String, String> form =
        http.formParamMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    String query = http.queryString() == null ? "" : "?" + http.queryString();
    String signature = String.valueOf(http.header("X-Twilio-Signature"));
    boolean signed = validator.validate(url() + http.path() + query, form, signature);
    hits.add(new Hit(http.path() + query, form, signed));
    Integer answer = answers.poll();
    http.status(answer == null ? 200 : answer).contentType("text/xml").result("<Response/>");
  }

  @Override
  public void close() {
    server.stop();
  }
}
