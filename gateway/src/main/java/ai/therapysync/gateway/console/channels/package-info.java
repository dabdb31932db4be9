/** The ways in and out: what is configured, how each does, what to do when one does not. */
@NullMarked
package ai.therapysync.gateway.console.channels;

import org.jspecify.annotations.NullMarked;
