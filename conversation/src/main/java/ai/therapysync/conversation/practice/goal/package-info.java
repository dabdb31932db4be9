/** Goals by chat: set, worked on, listed, reached, left; and what is told on the way. */
@NullMarked
package ai.therapysync.conversation.practice.goal;

import org.jspecify.annotations.NullMarked;
