/** Messages in and out, and where they go. */
@NullMarked
package ai.therapysync.conversation.message;

import org.jspecify.annotations.NullMarked;
