/** Decides what an answer is, when it is due, and records it once. */
@NullMarked
package ai.therapysync.conversation.turn;

import org.jspecify.annotations.NullMarked;
