@NullMarked
package ai.therapysync.conversation.practice.memory;

import org.jspecify.annotations.NullMarked;
