/** A second look at a message after it was received: it can raise the alarm, never lower it. */
@NullMarked
package ai.therapysync.conversation.opinion;

import org.jspecify.annotations.NullMarked;
