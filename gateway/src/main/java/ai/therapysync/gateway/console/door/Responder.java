package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.Assets;
import ai.therapysync.gateway.console.page.Frame;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Templates;
import ai.therapysync.gateway.console.page.Theme;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.ConsoleSessions;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns answers into what goes over the wire. */
final class Responder {
  private static final String MISSING =
      "There is no such page, or it is not yours to see. It may have been removed.";

  private final Templates templates;
  private final Assets assets;
  private final Tokens tokens;
  private final ConsoleSessions sessions;
  private final InstantSource clock;

  /** The sections that have pages; the navigation shows no others. */
  private final Set<Section> mounted = EnumSet.noneOf(Section.class);

  Responder(
      Templates templates,
      Assets assets,
      Tokens tokens,
      ConsoleSessions sessions,
      InstantSource clock) {
    this.templates = templates;
    this.assets = assets;
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  void mounted(Section section) {
    mounted.add(section);
  }

  void send(Context http, Present present, Visit visit, Answer answer) {
    switch (answer) {
      case Answer.Page page -> page(http, present, visit, page);
      case Answer.Part part ->
          html(http, templates.fill(part.template(), model(http, present, part.model())));
      case Answer.Unchanged() -> http.status(HttpStatus.NO_CONTENT);
      case Answer.Redirect redirect -> redirect(http, present, visit, redirect);
      case Answer.Missing() -> page(http, present, visit, message(404, "Not found", MISSING));
      case Answer.Refused(String why) ->
          page(http, present, visit, message(403, "Not allowed", why));
      case Answer.Download download -> download(http, download);
      case Answer.Binary binary -> binary(http, binary);
    }
  }

  private static Answer.Page message(int status, String title, String words) {
    return Answer.page(Section.ACCOUNT, title, "layout/message", Map.of("words", words))
        .status(status);
  }

  private void page(Context http, Present present, Visit visit, Answer.Page page) {
    http.status(page.status()).header("Vary", "HX-Request");
    Optional<String> part = page.part().filter(_ -> visit.isPartial());
    Optional<String> notice =
        part.isPresent() ? Optional.empty() : sessions.takeNotice(present.visitor().session().id());
    Map<String, Object> all = new HashMap<>(page.model());
    all.put("frame", frame(http, present, page.section(), page.title(), notice));
    html(http, templates.fill(part.orElse(page.template()), all));
  }

  private Map<String, Object> model(Context http, Present present, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("frame", frame(http, present, Section.TODAY, "", Optional.empty()));
    return all;
  }

  private Frame frame(
      Context http, Present present, Section section, String title, Optional<String> notice) {
    List<Section> sections =
        mounted.stream().filter(one -> one.isOpenTo(present.visitor().caller())).toList();
    return new Frame(
        title,
        section,
        present.visitor(),
        sections,
        tokens.csrf(present.secret()),
        Theme.of(Optional.ofNullable(http.cookie(Theme.COOKIE))),
        notice,
        clock.instant(),
        assets.version());
  }

  private void redirect(Context http, Present present, Visit visit, Answer.Redirect redirect) {
    redirect.notice().ifPresent(words -> sessions.notice(present.visitor().session().id(), words));
    if (visit.isPartial()) {
      http.status(204).header("HX-Redirect", redirect.path());
      return;
    }
    http.redirect(redirect.path(), HttpStatus.SEE_OTHER);
  }

  private static void html(Context http, String page) {
    http.contentType("text/html; charset=utf-8").result(page);
  }

  private static void download(Context http, Answer.Download download) {
    http.contentType(download.contentType());
    http.header("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
    try (Writer writer = new OutputStreamWriter(http.outputStream(), StandardCharsets.UTF_8)) {
      download.content().writeTo(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void binary(Context http, Answer.Binary binary) {
    http.contentType(binary.contentType());
    http.header("Content-Disposition", "attachment; filename=\"" + binary.fileName() + "\"");
    try {
      binary.content().writeTo(http.outputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
