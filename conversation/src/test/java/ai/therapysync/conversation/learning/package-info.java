@NullMarked
package ai.therapysync.conversation.learning;

import org.jspecify.annotations.NullMarked;
