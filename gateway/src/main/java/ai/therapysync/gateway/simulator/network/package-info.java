/** Phones, and a provider between them and the gateway that speaks Twilio's wire protocol. */
@NullMarked
package ai.therapysync.gateway.simulator.network;

import org.jspecify.annotations.NullMarked;
