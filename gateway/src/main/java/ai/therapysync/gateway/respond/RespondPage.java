package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.CaseFile;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentBook;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.gateway.respond.PageTokens.Place;
import ai.therapysync.gateway.web.WebModule;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A contact's page: who needs help, what to do, "I am on it" and "I can't". */
public final class RespondPage implements WebModule {
  static final String STYLE = PageTokens.PATH + "style.css";

  private static final String ROUTE = PageTokens.PATH + "{token}";
  static final int OK = 200;
  private static final int UNCLEAR = 400;
  private static final int UNKNOWN = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int GONE = 410;

  private final IncidentBook book;
  private final CrisisDesk desk;
  private final PageTokens tokens;
  private final CheckPage checks;
  private final PageWriter writer;
  private final String style;

  /** With where answers go, and what pages are written from. */
  public RespondPage(
      IncidentBook book, CrisisDesk desk, PageTokens tokens, CheckPage checks, CrisisLines lines) {
    this.book = book;
    this.checks = checks;
    this.desk = desk;
    this.tokens = tokens;
    this.writer = new PageWriter(lines);
    this.style = read("style.css");
  }

  @Override
  public void mount(JavalinConfig config) {
    config.routes.get(STYLE, this::style);
    config.routes.get(ROUTE, this::show);
    config.routes.head(ROUTE, this::show);
    config.routes.post(ROUTE, this::answer);
    for (HandlerType other : List.of(HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE)) {
      config.routes.addHttpHandler(
          other, ROUTE, http -> http.status(NOT_ALLOWED).header("Allow", "GET, HEAD, POST"));
    }
  }

  private void style(Context http) {
    http.header("Cache-Control", "public, max-age=86400").contentType("text/css; charset=utf-8");
    http.result(style);
  }

  private void show(Context http) {
    String token = http.pathParam("token");
    Optional<PageTokens.Question> question = tokens.readQuestion(token);
    if (question.isPresent()) {
      checks.show(http, question.get(), writer, OK);
      return;
    }
    tokens.read(token).ifPresentOrElse(place -> show(http, place, OK), () -> missing(http));
  }

  /** The page as it stands; nothing is changed. */
  private void show(Context http, Place place, int status) {
    Optional<CaseFile> open =
        book.look(place.incident()).filter(file -> file.listener(place.contact()).isPresent());
    if (open.isEmpty()) {
      gone(http, writer);
      return;
    }
    Scene scene = Scene.of(open.get().incident(), place.contact());
    Html.send(http, status, writer.scene(scene, open.get().situation(), status == UNCLEAR));
  }

  private void answer(Context http) {
    String token = http.pathParam("token");
    List<String> answers = http.formParams("answer");
    boolean clear = answers.equals(List.of("yes")) || answers.equals(List.of("no"));
    boolean yes = answers.equals(List.of("yes"));
    Optional<PageTokens.Question> question = tokens.readQuestion(token);
    if (question.isPresent()) {
      if (clear) {
        checks.answer(http, question.get(), yes, writer);
      } else {
        checks.show(http, question.get(), writer, UNCLEAR);
      }
      return;
    }
    Optional<Place> place = tokens.read(token);
    if (place.isEmpty()) {
      missing(http);
    } else if (clear) {
      String asked = Optional.ofNullable(http.formParam("question")).orElse("");
      answered(http, place.get(), yes, asked);
    } else {
      show(http, place.get(), UNCLEAR);
    }
  }

  private void answered(Context http, Place place, boolean yes, String asked) {
    AtomicReference<Optional<String>> page = new AtomicReference<>(Optional.empty());
    book.change(
        place.incident(),
        (incident, situation) -> {
          Outcome outcome = decide(place, yes, asked, incident, situation);
          page.set(page(place, yes, outcome.incident(), situation));
          return outcome;
        });
    page.get().ifPresentOrElse(words -> Html.send(http, OK, words), () -> gone(http, writer));
  }

  private Outcome decide(
      Place place, boolean yes, String asked, Incident incident, Situation situation) {
    if (yes && Scene.of(incident, place.contact()).asksAnew(asked)) {
      return new Outcome(incident, List.of());
    }
    return desk.on(incident, new IncidentEvent.ContactAnswered(place.contact(), yes), situation);
  }

  /** What follows an answer; empty where the contact may hear nothing. */
  private Optional<String> page(Place place, boolean yes, Incident incident, Situation situation) {
    if (new CaseFile(incident, situation).listener(place.contact()).isEmpty()) {
      return Optional.empty();
    }
    Scene now = Scene.of(incident, place.contact());
    Scene scene = !yes && now != Scene.TAKEN ? Scene.MOVED : now;
    return Optional.of(writer.scene(scene, situation, false));
  }

  private void missing(Context http) {
    Html.send(http, UNKNOWN, writer.missing(Html.reader(http)));
  }

  static void gone(Context http, PageWriter writer) {
    Html.send(http, GONE, writer.gone(Html.reader(http)));
  }

  private static String read(String file) {
    try (InputStream in =
        Objects.requireNonNull(RespondPage.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " can't be read", e);
    }
  }
}
