package ai.therapysync.gateway.console.talks;

import ai.therapysync.gateway.api.Commands;
import ai.therapysync.gateway.console.notes.NotesPart;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.conversation.MediaFiles;
import ai.therapysync.persistence.conversation.OperatorMessages.Outlook;
import ai.therapysync.persistence.conversation.OperatorMessages.Said;
import ai.therapysync.persistence.conversation.Takeovers.Taking;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.Sight;
import ai.therapysync.persistence.views.ConversationList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** One conversation: read it, hold it, write into it, give it back. */
public final class ConversationPage implements ConsolePage {
  private static final String ONE = ConversationsPage.PATH + "/{id}";
  private static final int LONGEST = 4_000;
  private static final int NOTES = 5;

  private final Callers callers;
  private final Commands commands;
  private final MediaFiles media;
  private final NotesPart notes;

  /** With what operators do in a conversation, what people sent, and what is noted beside it. */
  public ConversationPage(Callers callers, Commands commands, MediaFiles media, NotesPart notes) {
    this.callers = callers;
    this.commands = commands;
    this.media = media;
    this.notes = notes;
  }

  /**
   * What the page shows.
   *
   * @param older where the messages before these are; empty where there are none
   * @param latest whether these are the latest, so that new ones are shown as they come
   * @param joins whether the caller may write and hold
   */
  public record Model(
      UUID person,
      String name,
      ConversationList.Hold hold,
      Talk talk,
      String older,
      boolean latest,
      Outlook outlook,
      boolean joins,
      boolean seesPerson,
      NotesPart.Shown notes,
      Form form) {}

  @Override
  public Section section() {
    return Section.CONVERSATIONS;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(ONE, visit -> with(visit, (acting, id) -> show(visit, acting, id, Form.empty())));
    routes.get(ONE + "/media/{media}", this::media);
    routes.get(ONE + "/news", visit -> with(visit, (acting, id) -> news(visit, acting, id)));
    routes.post(ONE + "/length", Permission.JOIN_CONVERSATIONS, this::length);
    routes.post(ONE + "/messages", Permission.JOIN_CONVERSATIONS, this::write);
    routes.post(ONE + "/take", Permission.JOIN_CONVERSATIONS, this::take);
    routes.post(ONE + "/give-back", Permission.JOIN_CONVERSATIONS, this::giveBack);
  }

  private Answer with(Visit visit, BiFunction<Acting, UUID, Answer> page) {
    return visit
        .id("id")
        .map(id ->
            callers.acting(
                visit.caller(),
                visit.origin(),
                acting ->
                    Sight.of(acting, Resource.MESSAGES, id)
                        ? page.apply(acting, id)
                        : Answer.missing()))
        .orElseGet(Answer::missing);
  }

  private Answer show(Visit visit, Acting acting, UUID person, Form form) {
    Optional<Cursor> before = visit.query("before").flatMap(Cursor::parse);
    Talk talk = Talk.read(shelf(), acting, person, before);
    String name = ConversationList.name(acting, person).orElse("");
    Model model =
        new Model(
            person,
            name,
            ConversationList.hold(acting, person),
            talk,
            talk.older().map(next -> path(person) + "?before=" + next.written()).orElse(""),
            before.isEmpty(),
            commands.words().outlook(acting, person),
            !acting.caller().is(person) && acting.caller().may(Permission.JOIN_CONVERSATIONS),
            acting.caller().may(Permission.SEE_USERS),
            notes.beside(acting, person, NOTES),
            form);
    Answer.Page shown =
        Answer.page(
            section(),
            name.isBlank() ? "A conversation" : name,
            "talks/one",
            Map.of("model", model));
    return form.isValid() ? shown : shown.status(422);
  }

  private Talk.Shelf shelf() {
    return new Talk.Shelf(commands.messages(), media);
  }

  /** A file to keep, never shown in the console's own pages; each is a line of the audit log. */
  private Answer media(Visit visit) {
    return with(
        visit,
        (acting, person) ->
            visit
                .id("media")
                .flatMap(id -> media.open(acting, person, id))
                .<Answer>map(opened ->
                    new Answer.Binary(
                        "application/octet-stream",
                        opened.file().fileName(),
                        out -> media.copy(opened.file(), opened.key(), out)))
                .orElseGet(Answer::missing));
  }

  /** Only what is new, so that looking on is not reading all of it again and again. */
  private Answer news(Visit visit, Acting acting, UUID person) {
    return switch (Talk.since(shelf(), acting, person, visit.query("seen").orElse(""))) {
      case Talk.News.Nothing() -> new Answer.Unchanged();
      case Talk.News.Fates fates -> new Answer.Part("talks/fates", Map.of("fates", fates));
      case Talk.News.Words(Talk talk) ->
          new Answer.Part(
              "talks/news",
              Map.of(
                  "talk",
                  talk,
                  "person",
                  person,
                  "hold",
                  ConversationList.hold(acting, person),
                  "older",
                  talk.older().map(Cursor::written).orElse("")));
    };
  }

  /** What the words take up on their way, told while they are typed. */
  private Answer length(Visit visit) {
    String words = visit.form().value("content").strip();
    return with(
        visit,
        (acting, person) ->
            new Answer.Part(
                "talks/length",
                Map.of(
                    "length",
                    Length.of(words, LONGEST, commands.words().outlook(acting, person)))));
  }

  private Answer write(Visit visit) {
    Form form = visit.form();
    String words = form.required("content", LONGEST);
    Answer answer =
        with(
            visit,
            (acting, person) -> {
              if (acting.caller().is(person)) {
                return new Answer.Refused("Operators don't write to themselves.");
              }
              if (form.isValid()) {
                refusal(commands.words().say(acting, person, words))
                    .ifPresent(why -> form.error("content", why));
              }
              return form.isValid()
                  ? Answer.redirect(path(person)).saying("On its way.")
                  : show(visit, acting, person, form);
            });
    commands.wake().up();
    return answer;
  }

  /** Why nothing would go; empty where it would. */
  public static Optional<String> refusal(Said said) {
    return switch (said) {
      case Said.Queued _ -> Optional.empty();
      case Said.NoNumber _ -> Optional.of("They have no number that is verified and active");
      case Said.Stopped _ -> Optional.of("Their number said STOP: they have to write first");
      case Said.NoWay _ ->
          Optional.of("WhatsApp takes free words only within 24 hours of their last message");
    };
  }

  private Answer take(Visit visit) {
    return with(
        visit,
        (acting, person) ->
            acting.caller().is(person)
                ? new Answer.Refused("Operators don't hold their own conversation.")
                : done(
                    person,
                    commands.takeovers().take(acting, person),
                    "You hold it: the companion is silent until you give it back."));
  }

  private Answer giveBack(Visit visit) {
    Answer answer =
        with(
            visit,
            (acting, person) ->
                done(
                    person,
                    commands.takeovers().giveBack(acting, person),
                    "Given back: what waits is answered now."));
    commands.wake().ordinary();
    return answer;
  }

  private static Answer done(UUID person, Taking taking, String words) {
    return Answer.redirect(path(person))
        .saying(
            switch (taking) {
              case Taking.Done _ -> words;
              case Taking.HeldByAnother _ -> "Another operator holds it.";
            });
  }

  private static String path(UUID person) {
    return ConversationsPage.PATH + "/" + person;
  }
}
