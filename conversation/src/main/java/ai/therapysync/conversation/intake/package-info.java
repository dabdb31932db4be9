/** What a message does when it arrives, as one pure function. */
@NullMarked
package ai.therapysync.conversation.intake;

import org.jspecify.annotations.NullMarked;
