/** What every channel is: the seam between providers and the product. */
@NullMarked
package ai.therapysync.gateway.channel;

import org.jspecify.annotations.NullMarked;
