/** Twilio SMS and WhatsApp, in and out. */
@NullMarked
package ai.therapysync.gateway.channel.twilio;

import org.jspecify.annotations.NullMarked;
