/** The crisis desk's ports on PostgreSQL. */
@NullMarked
package ai.therapysync.persistence.crisis;

import org.jspecify.annotations.NullMarked;
