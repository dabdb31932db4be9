/** Which keys sealed what, new seals for old ones, and the end of a person's key. */
@NullMarked
package ai.therapysync.persistence.keys;

import org.jspecify.annotations.NullMarked;
