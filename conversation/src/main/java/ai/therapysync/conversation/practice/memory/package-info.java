/** What is remembered about a person, as they see it, set it right, and take it back. */
@NullMarked
package ai.therapysync.conversation.practice.memory;

import org.jspecify.annotations.NullMarked;
