/** The phone network for a machine without accounts. */
@NullMarked
package ai.therapysync.gateway.simulator;

import org.jspecify.annotations.NullMarked;
