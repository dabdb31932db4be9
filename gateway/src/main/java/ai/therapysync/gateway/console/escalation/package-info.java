/** Escalation policies: the ladder's rules, and what it does with them. */
@NullMarked
package ai.therapysync.gateway.console.escalation;

import org.jspecify.annotations.NullMarked;
