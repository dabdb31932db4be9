/** Notes that operators write about a person for each other, wherever they are shown. */
@NullMarked
package ai.therapysync.gateway.console.notes;

import org.jspecify.annotations.NullMarked;
