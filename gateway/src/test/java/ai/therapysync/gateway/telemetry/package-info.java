@NullMarked
package ai.therapysync.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
