/** What is worth saying. */
@NullMarked
package ai.therapysync.conversation.practice.insight;

import org.jspecify.annotations.NullMarked;
