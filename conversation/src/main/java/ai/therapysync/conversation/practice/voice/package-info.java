/** With whom, and in which language, a person talks: seen, chosen, noticed. */
@NullMarked
package ai.therapysync.conversation.practice.voice;

import org.jspecify.annotations.NullMarked;
