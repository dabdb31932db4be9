/** What teaches the encoder's head, and what shows that it was taught. */
@NullMarked
package ai.therapysync.gateway.model.encoder;

import org.jspecify.annotations.NullMarked;
