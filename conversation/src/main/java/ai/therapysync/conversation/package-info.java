/** Receive a message, take a turn, relay an operator: the front door of the conversation. */
@NullMarked
package ai.therapysync.conversation;

import org.jspecify.annotations.NullMarked;
