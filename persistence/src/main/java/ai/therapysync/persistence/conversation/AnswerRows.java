package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Errand;
import ai.therapysync.conversation.intake.Received;
import ai.therapysync.conversation.intake.Sender;
import ai.therapysync.conversation.intake.Writer;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes what goes back to the sender at once. */
final class AnswerRows {
  private final Contents contents;
  private final OutboxRows outbox;

  AnswerRows(Contents contents, OutboxRows outbox) {
    this.contents = contents;
    this.outbox = outbox;
  }

  void write(ReceivedRows.Context context) {
    for (Received.Answer answer : context.received().answers()) {
      Optional<UUID> shown =
          answer.kind().isToContact()
              ? Optional.empty()
              : context.person().map(person -> show(context, person, answer));
      NewMessage message = message(context, answer, shown);
      check(context)
          .filter(_ -> answer.kind().isOfCheck())
          .ifPresentOrElse(
              check ->
                  outbox.addFor(check.contact().value(), context.handle(), message, context.now()),
              () -> outbox.add(context.handle(), message, context.now()));
    }
  }

  private static NewMessage message(
      ReceivedRows.Context context, Received.Answer answer, Optional<UUID> shown) {
    return new NewMessage(
            UUID.randomUUID(),
            answer.kind().isOfCheck()
                ? check(context).map(check -> check.person().value())
                : context.person(),
            shown,
            context.message().channel(),
            context.message().from().value(),
            Optional.of(context.message().sender()),
            answer.kind().word(),
            isCrisis(answer.kind()),
            answer.kind().despiteStop(),
            "",
            answer.text(),
            incident(context, answer.kind()))
        .offering(answer.choices().map(choices -> new Offer(UUID.randomUUID(), choices)));
  }

  private static String speaker(Received.Kind kind) {
    return switch (kind) {
      case SAFE_REPLY, HELP_ANSWER, CONCERN -> "ai";
      case CLOSED_DOOR,
          ONBOARDING,
          CONFIRMATION,
          VERIFICATION,
          EXCLUSION,
          CONTACTS,
          HANDOVER,
          PROMPT,
          CONTACT_CHECK_AGAIN,
          CONTACT_CHECK_THANKS ->
          "system";
    };
  }

  private static Optional<Errand.Check> check(ReceivedRows.Context context) {
    return context.loaded().circumstances().errand().flatMap(Errand::check);
  }

  private static boolean isCrisis(Received.Kind kind) {
    return switch (kind) {
      case SAFE_REPLY, HELP_ANSWER, CONCERN, PROMPT -> true;
      case CLOSED_DOOR,
          ONBOARDING,
          CONFIRMATION,
          VERIFICATION,
          EXCLUSION,
          CONTACTS,
          HANDOVER,
          CONTACT_CHECK_AGAIN,
          CONTACT_CHECK_THANKS ->
          false;
    };
  }

  /**
   * A prompt belongs to the incident that it asks about, so that the next "1" is an answer to it.
   */
  private static Optional<NewMessage.Incident> incident(
      ReceivedRows.Context context, Received.Kind kind) {
    if (kind == Received.Kind.PROMPT) {
      return context
          .loaded()
          .circumstances()
          .errand()
          .flatMap(errand -> errand.waiting().stream().findFirst())
          .map(waiting ->
              new NewMessage.Incident(
                  waiting.incident().id().value(),
                  Optional.of(waiting.contact().value()),
                  Optional.empty(),
                  waiting.incident().step(),
                  Optional.of(waiting.code())));
    }
    return context.received().cases().stream()
        .findFirst()
        .filter(_ -> kind == Received.Kind.SAFE_REPLY)
        .map(outcome ->
            new NewMessage.Incident(
                outcome.incident().id().value(),
                Optional.empty(),
                Optional.empty(),
                outcome.incident().step(),
                Optional.empty()));
  }

  private UUID show(ReceivedRows.Context context, UUID person, Received.Answer answer) {
    UUID id = UUID.randomUUID();
    boolean encrypts =
        context.loaded().circumstances().sender() instanceof Sender.Known(Writer writer)
            && writer.settings().encryption();
    String content =
        contents.seal(context.loaded().key().orElseThrow(), encrypts, answer.shown(), id);
    MessageRows.insert(
        context.handle(),
        new MessageRows.Shown(
            id,
            context.loaded().found().integration().orElseThrow(),
            person,
            speaker(answer.kind()),
            content,
            Rows.write(Map.of("kind", answer.kind().word())),
            Optional.empty(),
            context.message().channel().word(),
            context.now()));
    return id;
  }
}
