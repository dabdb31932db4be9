/** People: found, added, and each with what is known and set of them, tab by tab. */
@NullMarked
package ai.therapysync.gateway.console.people;

import org.jspecify.annotations.NullMarked;
