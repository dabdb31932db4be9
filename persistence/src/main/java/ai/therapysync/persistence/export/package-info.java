/** Everything about a person, in one archive for them. */
@NullMarked
package ai.therapysync.persistence.export;

import org.jspecify.annotations.NullMarked;
