/** Who asks, and transactions in their name. */
@NullMarked
package ai.therapysync.persistence.access;

import org.jspecify.annotations.NullMarked;
