/** Reads for pages that operators see. */
@NullMarked
package ai.therapysync.persistence.views;

import org.jspecify.annotations.NullMarked;
