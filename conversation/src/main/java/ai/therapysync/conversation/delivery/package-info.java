/** Window, opt-out, order, status: the pure rules of getting a message out. */
@NullMarked
package ai.therapysync.conversation.delivery;

import org.jspecify.annotations.NullMarked;
