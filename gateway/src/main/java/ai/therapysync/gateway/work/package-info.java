/** Handlers of what happens later. */
@NullMarked
package ai.therapysync.gateway.work;

import org.jspecify.annotations.NullMarked;
