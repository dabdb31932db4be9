/** What is remembered about a person, and how it is recalled. */
@NullMarked
package ai.therapysync.conversation.memory;

import org.jspecify.annotations.NullMarked;
