/** The conversation's ports on PostgreSQL. */
@NullMarked
package ai.therapysync.persistence.conversation;

import org.jspecify.annotations.NullMarked;
