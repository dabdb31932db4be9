@NullMarked
package ai.therapysync.gateway.wiring;

import org.jspecify.annotations.NullMarked;
