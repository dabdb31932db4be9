@NullMarked
package ai.therapysync.persistence.conversation;

import org.jspecify.annotations.NullMarked;
