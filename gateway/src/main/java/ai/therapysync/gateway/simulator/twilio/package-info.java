/** A provider that speaks Twilio's wire protocol, both ways. */
@NullMarked
package ai.therapysync.gateway.simulator.twilio;

import org.jspecify.annotations.NullMarked;
