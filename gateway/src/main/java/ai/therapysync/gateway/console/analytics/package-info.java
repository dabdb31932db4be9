/** Figures over time: of the platform, of what people do, of the gateway itself. */
@NullMarked
package ai.therapysync.gateway.console.analytics;

import org.jspecify.annotations.NullMarked;
