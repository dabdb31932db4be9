/** Goals by chat. */
@NullMarked
package ai.therapysync.conversation.practice.goal;

import org.jspecify.annotations.NullMarked;
