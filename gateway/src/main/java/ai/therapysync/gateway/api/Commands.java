package ai.therapysync.gateway.api;

import ai.therapysync.gateway.work.Wake;
import ai.therapysync.persistence.conversation.Messages;
import ai.therapysync.persistence.conversation.NumberCodes;
import ai.therapysync.persistence.conversation.OperatorMessages;
import ai.therapysync.persistence.conversation.Takeovers;
import ai.therapysync.persistence.crisis.OperatorActions;

/**
 * What the API does beyond rows.
 *
 * @param wake looks for work after a command's commit
 */
public record Commands(
    Messages messages,
    OperatorMessages words,
    Takeovers takeovers,
    OperatorActions incidents,
    NumberCodes codes,
    Wake wake) {}
