/** The page that operators begin with. */
@NullMarked
package ai.therapysync.gateway.console.today;

import org.jspecify.annotations.NullMarked;
