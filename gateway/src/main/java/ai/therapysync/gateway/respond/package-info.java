/** The page on which a contact answers: who needs help, what to do, two buttons. */
@NullMarked
package ai.therapysync.gateway.respond;

import org.jspecify.annotations.NullMarked;
