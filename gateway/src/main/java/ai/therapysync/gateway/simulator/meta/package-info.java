/** A provider that speaks the wire protocol of Meta's WhatsApp Cloud API, both ways. */
@NullMarked
package ai.therapysync.gateway.simulator.meta;

import org.jspecify.annotations.NullMarked;
