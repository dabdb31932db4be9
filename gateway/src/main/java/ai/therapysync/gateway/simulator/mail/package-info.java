/** A mail server for a machine without accounts. */
@NullMarked
package ai.therapysync.gateway.simulator.mail;

import org.jspecify.annotations.NullMarked;
