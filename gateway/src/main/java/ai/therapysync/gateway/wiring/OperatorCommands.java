package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.gateway.api.Commands;
import ai.therapysync.gateway.work.Wake;
import ai.therapysync.persistence.conversation.Codes;
import ai.therapysync.persistence.conversation.Contents;
import ai.therapysync.persistence.conversation.Messages;
import ai.therapysync.persistence.conversation.NumberCodes;
import ai.therapysync.persistence.conversation.OperatorMessages;
import ai.therapysync.persistence.conversation.Takeovers;
import ai.therapysync.persistence.crisis.OperatorActions;
import ai.therapysync.persistence.tasks.OutboxRows;
import ai.therapysync.persistence.views.Secrets;
import java.time.InstantSource;

/** What operators do beyond rows, on the gateway's database and with its desk. */
final class OperatorCommands {
  private OperatorCommands() {}

  static Commands on(Store store, Routes routes, Care care, Wake wake, InstantSource clock) {
    Contents contents = new Contents(store.sealer());
    Codes codes = new Codes(new Secrets(store.database().jdbi(), store.sealer()).macKey("codes"));
    return new Commands(
        new Messages(contents),
        new OperatorMessages(
            contents, new OutboxRows(store.sealer()), routes, care.templates(), clock),
        new Takeovers(clock),
        new OperatorActions(care.book(), care.desk()),
        new NumberCodes(codes, clock),
        wake);
  }
}
