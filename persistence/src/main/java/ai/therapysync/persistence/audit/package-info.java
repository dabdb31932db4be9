/** Who read or changed what: lines that nobody can take out unnoticed. */
@NullMarked
package ai.therapysync.persistence.audit;

import org.jspecify.annotations.NullMarked;
