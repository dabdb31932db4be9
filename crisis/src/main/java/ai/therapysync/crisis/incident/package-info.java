/** An incident, its state, and what happened to it. */
@NullMarked
package ai.therapysync.crisis.incident;

import org.jspecify.annotations.NullMarked;
