package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.Aftercare;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Responder;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.incident.Whereabouts;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.gateway.telemetry.Telemetry;
import ai.therapysync.gateway.web.Health;
import ai.therapysync.gateway.web.WebServer;
import ai.therapysync.persistence.sealing.MacKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tom, who opens his page for Maya's incident in a browser of 1995. */
final class Visitor implements AutoCloseable {
  static final ContactId TOM = new ContactId(new UUID(7, 1));
  static final ContactId GRACE = new ContactId(new UUID(7, 2));
  static final IncidentId INCIDENT = new IncidentId(new UUID(9, 9));

  static final EmailAddress DESK = EmailAddress.parse("desk@example.org").orElseThrow();
  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  final FakeIncidentBook book;
  final FakeCheckBook checks;
  final PageTokens tokens;
  private final Telemetry telemetry = new Telemetry();
  private final WebServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private Visitor(FakeIncidentBook book) {
    this.book = book;
    this.checks = new FakeCheckBook(book.person(), NOW);
    this.tokens = new PageTokens(URI.create("https://care.example"), MacKey.create());
    CrisisLines lines = CrisisLines.load();
    CrisisDesk desk =
        new CrisisDesk(
            (message, before, language) -> Assessment.none(),
            new SafeReply(lines),
            new NoticeWriter(),
            tokens);
    this.server =
        WebServer.start(
            "127.0.0.1",
            0,
            List.of(),
            healthy(),
            telemetry,
            List.of(
                new RespondPage(
                    book, desk, tokens, new CheckPage(checks, desk, () -> NOW), lines)));
  }

  static Visitor of(IncidentState state) {
    return of(state, maya(Language.ENGLISH, "Maya"));
  }

  static Visitor of(IncidentState state, PersonInCare person) {
    return new Visitor(new FakeIncidentBook(incident(state, false), situation(person, contact())));
  }

  static Visitor withDangerAtHome(EmergencyContact contact) {
    return new Visitor(
        new FakeIncidentBook(
            incident(asked(), true), situation(maya(Language.ENGLISH, "Maya"), contact)));
  }

  static Visitor with(EmergencyContact contact) {
    return new Visitor(
        new FakeIncidentBook(
            incident(asked(), false), situation(maya(Language.ENGLISH, "Maya"), contact)));
  }

  static IncidentState asked() {
    return new IncidentState.Climbing(1, List.of(TOM), NOW.plusSeconds(300), true);
  }

  static IncidentState heldBy(ContactId contact, IncidentState.Check check) {
    return new IncidentState.Held(
        new Responder.OfContact(contact), check, 1, List.of(TOM), Optional.empty());
  }

  static PersonInCare maya(Language language, String firstName) {
    return new PersonInCare(new PersonId(new UUID(1, 1)), firstName, language, "US", "US");
  }

  static EmergencyContact contact() {
    return contact(TOM, false, false);
  }

  static EmergencyContact contact(ContactId id, boolean mustNotBeTold, boolean safeForAbuse) {
    return new EmergencyContact(
        id,
        "",
        "",
        Optional.of(new PhoneNumber("+12025550142")),
        false,
        Optional.empty(),
        mustNotBeTold,
        safeForAbuse);
  }

  String token() {
    return tokens.forContact(INCIDENT.value(), TOM.value()).replaceFirst(".*/respond/", "");
  }

  /** The token of the question that Tom was mailed. */
  String question() {
    return question(NOW);
  }

  String question(Instant askedAt) {
    return tokens.forCheck(TOM.value(), askedAt).replaceFirst(".*/respond/", "");
  }

  HttpResponse<String> opens(String token) {
    return send("GET", "/respond/" + token, "");
  }

  HttpResponse<String> opens() {
    return opens(token());
  }

  HttpResponse<String> answers(String form) {
    return send("POST", "/respond/" + token(), form);
  }

  HttpResponse<String> send(String method, String path, String form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept-Language", "de-CH,de;q=0.9")
            .method(method, BodyPublishers.ofString(form))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("The page did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    http.close();
    server.close();
    telemetry.close();
  }

  private static Incident incident(IncidentState state, boolean closeDanger) {
    return new Incident(
        INCIDENT,
        new PersonId(new UUID(1, 1)),
        RiskLevel.IMMINENT,
        List.of(Category.SUICIDE, Category.ABUSE),
        Subject.SELF,
        NOW,
        state,
        3,
        List.of(TOM),
        closeDanger,
        1,
        true,
        Aftercare.since(NOW));
  }

  private static Situation situation(PersonInCare person, EmergencyContact contact) {
    return new Situation(
        person,
        List.of(contact, contact(GRACE, false, true)),
        List.of(),
        List.of(),
        true,
        false,
        Map.of(),
        Whereabouts.unknown(),
        Optional.of(NOW),
        EscalationPolicy.of(Duration.ofMinutes(5), 3),
        NOW);
  }

  private static Health healthy() {
    return new Health() {
      @Override
      public boolean canStore() {
        return true;
      }

      @Override
      public Map<String, String> degraded() {
        return Map.of();
      }
    };
  }
}
