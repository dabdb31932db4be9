/** Metrics and logs, without private words. */
@NullMarked
package ai.therapysync.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
