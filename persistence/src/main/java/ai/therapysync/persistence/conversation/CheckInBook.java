package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.Offer;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.practice.checkin.CheckIns;
import ai.therapysync.conversation.practice.mood.MoodQuestions;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.practice.AskedRows;
import ai.therapysync.persistence.practice.ChangeRows;
import ai.therapysync.persistence.practice.CheckInRows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Asks people how they are at the time that they chose, and writes down when it is next. */
public final class CheckInBook {
  private static final String LOAD =
      """
      SELECT json_build_object(
        'profile', to_json(p),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = p.id),
        'culture', (SELECT to_json(c) FROM public.user_cultural_profiles c WHERE c.user_id = p.id),
        'number', (SELECT '+' || gateway.digits(i.phone_number) FROM public.whatsapp_integrations i
          WHERE i.user_id = p.id AND i.is_verified AND i.is_active
          ORDER BY i.created_at, i.id LIMIT 1),
        'check_in', (SELECT to_json(k) FROM gateway.check_ins k WHERE k.user_id = p.id),
        'wrote', (SELECT max(m."timestamp") FROM public.whatsapp_messages m
          WHERE m.user_id = p.id AND m.sender_type = 'user'),
        'asked', (SELECT to_json(a) FROM gateway.asked a WHERE a.user_id = p.id),
        'busy', EXISTS (SELECT 1 FROM gateway.takeovers t WHERE t.user_id = p.id)
          OR EXISTS (SELECT 1 FROM gateway.turns t WHERE t.user_id = p.id
            AND t.state IN ('waiting', 'taken'))
          OR EXISTS (SELECT 1 FROM public.crisis_assessments a WHERE a.user_id = p.id
            AND a.created_at > CAST(:now AS timestamptz) - interval '1 day')
          OR EXISTS (SELECT 1 FROM public.crisis_interventions c WHERE c.user_id = p.id
            AND (c.completed_at IS NULL
              OR c.completed_at > CAST(:now AS timestamptz) - interval '3 days'))
          OR EXISTS (SELECT 1 FROM public.whatsapp_integrations i
            JOIN gateway.opt_outs o ON o.address = '+' || gateway.digits(i.phone_number)
            WHERE i.user_id = p.id AND i.is_verified AND i.is_active))::text
      FROM public.profiles p WHERE p.id = :person
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final UnaskedRows unasked;
  private final CheckIns checkIns = new CheckIns();
  private final MoodQuestions moods = new MoodQuestions();

  /** With how people are written to unasked. */
  public CheckInBook(Jdbi jdbi, InstantSource clock, UnaskedRows unasked) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.unasked = unasked;
  }

  /** What a task is for: it is over when the person's row says another time. */
  public void ask(String task) {
    String[] parts = task.split("@", 2);
    UUID person = UUID.fromString(parts[0]);
    Instant due = Instant.ofEpochMilli(Long.parseLong(parts[1]));
    jdbi.useTransaction(handle -> {
      Instant now = clock.instant();
      load(handle, person, now)
          .filter(row -> isDue(row.path("check_in"), due))
          .ifPresent(row -> ask(handle, person, row, due, now));
    });
  }

  /** Locked first: what is loaded then is what their last message left. */
  private static Optional<JsonNode> load(Handle handle, UUID person, Instant now) {
    handle
        .createQuery("SELECT p.id FROM public.profiles p WHERE p.id = :person FOR NO KEY UPDATE")
        .bind("person", person)
        .mapTo(UUID.class)
        .list();
    return handle
        .createQuery(LOAD)
        .bind("person", person)
        .bind("now", Rows.at(now))
        .mapTo(String.class)
        .findOne()
        .map(Rows::json);
  }

  private static boolean isDue(JsonNode row, Instant due) {
    return Rows.instant(row, "next_at")
        .filter(next -> next.toEpochMilli() == due.toEpochMilli())
        .isPresent();
  }

  private void ask(Handle handle, UUID id, JsonNode row, Instant due, Instant now) {
    Optional<PhoneNumber> number =
        Rows.text(row, "number").flatMap(written -> PhoneNumber.parse(written, "ZZ"));
    Person person = Persons.read(id, row, number);
    JsonNode checkIn = row.path("check_in");
    LocalTime at = Rows.text(checkIn, "at").map(LocalTime::parse).orElse(LocalTime.NOON);
    CheckInRows.next(handle, id, CheckIns.following(at, person.zone(), due, now));
    CheckIns.Moment moment =
        new CheckIns.Moment(
            person,
            due,
            Rows.instant(row, "wrote"),
            Rows.instant(checkIn, "since").orElse(due),
            !Rows.flag(row, "busy", false));
    if (checkIns.fits(moment, now)) {
      say(handle, id, row, person, now);
    }
  }

  private void say(Handle handle, UUID id, JsonNode row, Person person, Instant now) {
    Optional<Asked> open =
        AskedRows.read(row.path("asked"))
            .filter(Asked::patient)
            .filter(asked -> asked.isOpenAt(now));
    String text =
        checkIns.words(person.language(), now.atZone(person.zone()).toLocalDate(), open.isEmpty());
    Offer offer = new Offer(UUID.randomUUID(), moods.scale(person.language()));
    UnaskedRows.Unasked question =
        new UnaskedRows.Unasked(
            "daily_check_in",
            text,
            Optional.of(offer).filter(_ -> open.isEmpty()),
            Optional.empty(),
            Optional.empty());
    if (unasked.say(handle, id, question, now) && open.isEmpty()) {
      AskedRows.write(handle, id, Optional.of(MoodQuestions.before(now).offering(offer.id())));
      ChangeRows.happened(handle, id, MoodQuestions.ASKED, now);
    }
  }
}
