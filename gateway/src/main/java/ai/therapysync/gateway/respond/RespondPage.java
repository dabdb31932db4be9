package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.CaseFile;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentBook;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.language.Language;
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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A contact's page: who needs help, what to do, "I am on it" and "I can't". */
public final class RespondPage implements WebModule {
  static final String STYLE = PageTokens.PATH + "style.css";

  private static final String ROUTE = PageTokens.PATH + "{token}";
  private static final int OK = 200;
  private static final int UNCLEAR = 400;
  private static final int UNKNOWN = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int GONE = 410;

  private final IncidentBook book;
  private final CrisisDesk desk;
  private final PageTokens tokens;
  private final PageWriter writer;
  private final String style;

  /** With where answers go, and what pages are written from. */
  public RespondPage(IncidentBook book, CrisisDesk desk, PageTokens tokens, CrisisLines lines) {
    this.book = book;
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
    tokens
        .read(http.pathParam("token"))
        .ifPresentOrElse(place -> show(http, place, OK), () -> missing(http));
  }

  /** The page as it stands; nothing is changed. */
  private void show(Context http, Place place, int status) {
    Optional<CaseFile> open =
        book.look(place.incident()).filter(file -> file.listener(place.contact()).isPresent());
    if (open.isEmpty()) {
      gone(http);
      return;
    }
    Scene scene = Scene.of(open.get().incident(), place.contact());
    html(http, status, writer.scene(scene, open.get().situation(), status == UNCLEAR));
  }

  private void answer(Context http) {
    Optional<Place> place = tokens.read(http.pathParam("token"));
    if (place.isEmpty()) {
      missing(http);
      return;
    }
    List<String> answers = http.formParams("answer");
    if (!answers.equals(List.of("yes")) && !answers.equals(List.of("no"))) {
      show(http, place.get(), UNCLEAR);
      return;
    }
    String asked = Optional.ofNullable(http.formParam("question")).orElse("");
    answered(http, place.get(), answers.equals(List.of("yes")), asked);
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
    page.get().ifPresentOrElse(words -> html(http, OK, words), () -> gone(http));
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
    html(http, UNKNOWN, writer.missing(reader(http)));
  }

  private void gone(Context http) {
    html(http, GONE, writer.gone(reader(http)));
  }

  private static void html(Context http, int status, String page) {
    http.status(status)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Cache-Control", "no-store")
        .contentType("text/html; charset=utf-8")
        .result(page);
  }

  /** The language of whoever reads, where a page must not tell the person's. */
  private static Language reader(Context http) {
    String wanted = Optional.ofNullable(http.header("Accept-Language")).orElse("");
    return Stream.of(wanted.toLowerCase(Locale.ROOT).split("[,;]", -1))
        .flatMap(tag -> Language.of(tag).stream())
        .findFirst()
        .orElse(Language.ENGLISH);
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
