/** Incidents: which are open, how each stands, and what operators do about it. */
@NullMarked
package ai.therapysync.gateway.console.crises;

import org.jspecify.annotations.NullMarked;
