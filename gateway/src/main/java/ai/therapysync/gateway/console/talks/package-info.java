/** Conversations: what was written, and a human who takes part. */
@NullMarked
package ai.therapysync.gateway.console.talks;

import org.jspecify.annotations.NullMarked;
