/** What happens later, written in the state's transaction. */
@NullMarked
package ai.therapysync.persistence.tasks;

import org.jspecify.annotations.NullMarked;
