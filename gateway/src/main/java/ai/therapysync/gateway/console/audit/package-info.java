/** The audit log, to search in. */
@NullMarked
package ai.therapysync.gateway.console.audit;

import org.jspecify.annotations.NullMarked;
