package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.CheckBook;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.ContactCheck;
import ai.therapysync.gateway.respond.PageTokens.Question;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whether a contact may be called on: the page of a question that went out by mail. */
public final class CheckPage {
  private static final Duration OPEN_FOR = Duration.ofDays(14);

  private final CheckBook book;
  private final CrisisDesk desk;
  private final InstantSource clock;

  /** With where answers go, who tells operators of a no, and the clock. */
  public CheckPage(CheckBook book, CrisisDesk desk, InstantSource clock) {
    this.book = book;
    this.desk = desk;
    this.clock = clock;
  }

  /** The page as it stands, which changes nothing. */
  void show(Context http, Question question, PageWriter writer, int status) {
    open(question)
        .ifPresentOrElse(
            check -> Html.send(http, status, writer.check(check, status != RespondPage.OK)),
            () -> RespondPage.gone(http, writer));
  }

  void answer(Context http, Question question, boolean yes, PageWriter writer) {
    if (open(question).isPresent()) {
      book.answer(question.contact(), question.askedAt(), yes, before -> follows(before, yes));
    }
    show(http, question, writer, RespondPage.OK);
  }

  private Optional<ContactCheck> open(Question question) {
    return question.askedAt().plus(OPEN_FOR).isAfter(clock.instant())
        ? book.look(question.contact(), question.askedAt())
        : Optional.empty();
  }

  /** The person must name someone else: operators hear of it once. */
  private List<Effect> follows(ContactCheck before, boolean yes) {
    return yes || before.declined()
        ? List.of()
        : desk.alarm(
            Notice.Reason.CONTACT_DECLINED,
            new AlertSubject.OfPerson(before.person().id().value()),
            before.operators());
  }
}
