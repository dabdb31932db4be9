/** Builds the whole from the configuration, closes in reverse. */
@NullMarked
package ai.therapysync.gateway.wiring;

import org.jspecify.annotations.NullMarked;
