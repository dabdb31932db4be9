/** The phones, and what goes wrong between them and the gateway, whoever the provider is. */
@NullMarked
package ai.therapysync.gateway.simulator.network;

import org.jspecify.annotations.NullMarked;
