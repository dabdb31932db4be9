/** Nodes of their own that are killed, cut off and restarted: what was promised holds. */
@NullMarked
package ai.therapysync.gateway.crash;

import org.jspecify.annotations.NullMarked;
