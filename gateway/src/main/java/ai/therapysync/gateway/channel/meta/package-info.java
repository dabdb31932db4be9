/** WhatsApp by Meta's Cloud API, in and out. */
@NullMarked
package ai.therapysync.gateway.channel.meta;

import org.jspecify.annotations.NullMarked;
