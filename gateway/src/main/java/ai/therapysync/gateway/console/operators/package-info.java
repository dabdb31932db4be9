/** Operators and their roles. */
@NullMarked
package ai.therapysync.gateway.console.operators;

import org.jspecify.annotations.NullMarked;
