/** Learning by a language model, after an answer is out and after a talk has ended. */
@NullMarked
package ai.therapysync.conversation.learning;

import org.jspecify.annotations.NullMarked;
