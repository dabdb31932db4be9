package ai.therapysync.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.CaseFile;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.crisis.JdbiIncidentBook;
import ai.therapysync.persistence.crisis.OperatorAlerts;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorViewsTest {
  private static final UUID MAYA = new UUID(1, 1);
  private static final UUID NUMBER = new UUID(2, 2);
  private static final ContactId TOM = new ContactId(new UUID(3, 1));
  private static final ContactId GRACE = new ContactId(new UUID(3, 2));
  private static final IncidentId INCIDENT = new IncidentId(new UUID(4, 4));
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final Sealer sealer = new Sealer(Keyset.create());
  private final Incidents incidents =
      new Incidents(new OutboxRows(sealer), (_, _, _, _, _) -> {}, new OperatorAlerts(false));
  private final Situations situations =
      new Situations(Optional.empty(), EscalationPolicy.of(Duration.ofMinutes(5), 3), sealer);
  private final CrisisDesk desk = desk();
  private Instant now = START;
  private TestDatabase postgres;
  private Jdbi jdbi;
  private SimulatorViews views;
  private JdbiIncidentBook book;

  @BeforeEach
  void mayaHasTwoContacts() {
    postgres = TestDatabase.fresh();
    jdbi = postgres.database().jdbi();
    views = new SimulatorViews(postgres.database(), sealer);
    book = new JdbiIncidentBook(jdbi, incidents, situations, () -> now);
    Seeds seeds = new Seeds(postgres.database());
    seeds.sow(
        START,
        sower -> {
          sower.account(new Seeds.Account(MAYA, "maya@demo.example", "Maya Rivera", "en"));
          sower.integration(new Seeds.Integration(NUMBER, MAYA, "+12025550141"));
          sower.contact(contact(TOM, "Tom Rivera", "+12025550142", 0));
          sower.contact(contact(GRACE, "Grace Lee", "+12025550143", 1));
        });
  }

  @AfterEach
  void drop() {
    postgres.close();
  }

  @Test
  void nothingHasHappenedYet() {
    assertThat(views.incidents()).isEmpty();
    assertThat(views.conversations()).isEmpty();
    assertThat(views.decisions()).isEmpty();
  }

  @Test
  void tellsTheLadder() {
    open();
    jdbi.useHandle(handle -> {
      handle.execute("UPDATE gateway.outbox SET state = 'accepted'");
      handle.execute(
          "INSERT INTO gateway.deliveries (id, outbox_id, attempt, channel, provider, status,"
              + " started_at, updated_at) SELECT gen_random_uuid(), id, 1, channel, 'x',"
              + " CASE channel WHEN 'sms' THEN 'delivered' ELSE 'queued' END, now(), now()"
              + " FROM gateway.outbox");
    });
    now = START.plusSeconds(60);
    on(new IncidentEvent.ContactAnswered(TOM, false));
    now = START.plusSeconds(90);
    on(new IncidentEvent.ContactAnswered(GRACE, true));

    SimulatorViews.IncidentRow incident = views.incidents().getFirst();
    assertThat(incident.person()).isEqualTo("Maya");
    assertThat(incident.status()).isEqualTo("acknowledged");
    assertThat(incident.level()).isEqualTo("imminent");
    assertThat(incident.openedAt()).isEqualTo(START);
    assertThat(incident.rungs())
        .containsExactly(
            new SimulatorViews.RungRow(
                1, 1, "Tom Rivera", "SMS, e-mail", "SMS delivered, e-mail accepted, can't"),
            new SimulatorViews.RungRow(
                1, 2, "Grace Lee", "SMS, e-mail", "SMS withdrawn, e-mail withdrawn, answered yes"));
    assertThat(incident.events())
        .extracting(SimulatorViews.EventRow::what)
        .containsExactly(
            "Emergency",
            "The ladder starts",
            "Tom Rivera is paged",
            "Tom Rivera answered that they can't, or no",
            "Grace Lee is paged",
            "Grace Lee answered yes",
            "Acknowledged: someone is with it");
    assertThat(incident.events().getFirst().detail()).isEqualTo("imminent");
  }

  @Test
  void aNewRoundHasItsOwnRungs() {
    open();
    for (int step = 0; step < 2; step++) {
      now = now.plusSeconds(300);
      CaseFile file = book.look(INCIDENT).orElseThrow();
      on(new IncidentEvent.TimerRang(IncidentEvent.Timer.RUNG, file.incident().step()));
    }
    assertThat(views.incidents().getFirst().rungs())
        .extracting(rung -> rung.round() + "." + rung.position() + " " + rung.status())
        .containsExactly(
            "1.1 SMS withdrawn, e-mail withdrawn, no answer",
            "1.2 SMS waiting, e-mail waiting, no answer",
            "2.1 SMS waiting, e-mail waiting");
  }

  @Test
  void anIncidentOfSomebodyElsesMakingIsSeenToo() {
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO crisis_interventions (user_id, intervention_type) VALUES (?, 'call')",
            MAYA));
    assertThat(views.incidents())
        .singleElement()
        .satisfies(incident -> {
          assertThat(incident.status()).isEqualTo("pending");
          assertThat(incident.level()).isEqualTo("high");
          assertThat(incident.rungs()).isEmpty();
        });
  }

  @Test
  void opensTheLastMessage() {
    DataKey key = sealer.newDataKey();
    UUID message = UUID.randomUUID();
    jdbi.useHandle(handle -> {
      handle.execute(
          "INSERT INTO gateway.data_keys (user_id, sealed_key) VALUES (?, ?)",
          MAYA,
          sealer.wrap(key, MAYA));
      message(UUID.randomUUID(), "Hello", START);
      message(message, sealer.seal(key, "Exams again", message), START.plusSeconds(5));
      handle.execute(
          "INSERT INTO gateway.turns (id, user_id, integration_id, channel, address, sender,"
              + " first_at, due_at) VALUES (gen_random_uuid(), ?, ?, 'sms', 'a', 'b',"
              + " '2026-03-02T09:00:05Z', '2026-03-02T09:00:07Z')",
          MAYA,
          NUMBER);
    });
    assertThat(views.conversations())
        .containsExactly(
            new SimulatorViews.ConversationRow(
                "Maya",
                "sms",
                "Exams again",
                START.plusSeconds(5),
                "due Mon 09:00:07 Z, to let them finish writing"));
  }

  @Test
  void aSealThatDoesNotOpenHidesNothingElse() {
    message(UUID.randomUUID(), "sealed:v1:AAAA", START);
    assertThat(views.conversations())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.lastText()).isEqualTo("(text)");
          assertThat(row.nextTurn()).isEmpty();
        });
  }

  @Test
  void decisionsComeNewestFirstAndAtMostFifty() {
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO gateway.gate_decisions (user_id, at, gate, decision, why)"
                + " SELECT CASE WHEN n = 60 THEN CAST(? AS uuid) END, now(), 'stranger_alarm',"
                + " 'safe_reply', 'number ' || n FROM generate_series(1, 60) n",
            MAYA));
    List<SimulatorViews.DecisionRow> decisions = views.decisions();
    assertThat(decisions).hasSize(50);
    assertThat(decisions.getFirst().person()).isEqualTo("Maya");
    assertThat(decisions.getFirst().why()).isEqualTo("number 60");
    assertThat(decisions.get(1).person()).isEqualTo("Unknown number");
    assertThat(decisions.get(1).gate()).isEqualTo("stranger alarm");
  }

  @Test
  void lookingAtAnIncidentChangesNothing() {
    assertThat(book.look(INCIDENT)).isEmpty();
    open();
    CaseFile file = book.look(INCIDENT).orElseThrow();
    assertThat(file.situation().person().firstName()).isEqualTo("Maya");
    assertThat(file.listener(TOM)).isPresent();
    assertThat(book.look(INCIDENT)).contains(file);
    jdbi.useHandle(
        handle -> handle.execute("UPDATE emergency_contacts SET must_not_be_told = true"));
    assertThat(book.look(INCIDENT).orElseThrow().listener(TOM)).isEmpty();
    on(new IncidentEvent.OperatorResolved(UUID.randomUUID(), "well"));
    assertThat(book.look(INCIDENT)).isEmpty();
  }

  private void open() {
    Assessment cry =
        new Assessment(
            RiskLevel.IMMINENT, List.of(Category.SUICIDE), Subject.SELF, false, false, List.of());
    jdbi.useTransaction(handle -> {
      Situation situation = situations.load(handle, MAYA, now);
      Outcome opened = desk.open(INCIDENT, cry, situation);
      incidents.open(handle, opened.incident(), UUID.randomUUID());
      incidents.save(handle, opened, now);
    });
  }

  private void on(IncidentEvent event) {
    book.change(INCIDENT, (incident, situation) -> desk.on(incident, event, situation));
  }

  private void message(UUID id, String content, Instant at) {
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO whatsapp_messages (id, integration_id, user_id, sender_type, content,"
                + " channel, timestamp) VALUES (?, ?, ?, 'user', ?, 'sms', ?)",
            id,
            NUMBER,
            MAYA,
            content,
            at));
  }

  private static Seeds.Contact contact(ContactId id, String name, String number, int place) {
    return new Seeds.Contact(
        id.value(),
        MAYA,
        name,
        Optional.of(number),
        Optional.of("c" + place + "@demo.example"),
        "friend",
        place);
  }

  private static CrisisDesk desk() {
    PageLinks links =
        new PageLinks() {
          @Override
          public String forContact(UUID incident, UUID contact) {
            return "https://care.example/respond/x";
          }

          @Override
          public String forCheck(UUID contact, Instant askedAt) {
            return "https://care.example/respond/check";
          }

          @Override
          public String forOperators(AlertSubject subject) {
            return "https://care.example/console";
          }
        };
    return new CrisisDesk(
        (message, before, language) -> Assessment.none(),
        new SafeReply(CrisisLines.load()),
        new NoticeWriter(),
        links);
  }
}
