/** The page on which an emergency contact answers. */
@NullMarked
package ai.therapysync.gateway.respond;

import org.jspecify.annotations.NullMarked;
