/** Business hours and response delay: pure functions of an instant. */
@NullMarked
package ai.therapysync.conversation.hours;

import org.jspecify.annotations.NullMarked;
