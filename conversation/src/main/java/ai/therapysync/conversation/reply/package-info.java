/** Writes the reply: prompt, guard, offline companion. */
@NullMarked
package ai.therapysync.conversation.reply;

import org.jspecify.annotations.NullMarked;
