/** What happens while operators look: server-sent events. */
@NullMarked
package ai.therapysync.gateway.console.live;

import org.jspecify.annotations.NullMarked;
