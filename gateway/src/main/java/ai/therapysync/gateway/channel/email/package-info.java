/** E-mail out, by SMTP. */
@NullMarked
package ai.therapysync.gateway.channel.email;

import org.jspecify.annotations.NullMarked;
