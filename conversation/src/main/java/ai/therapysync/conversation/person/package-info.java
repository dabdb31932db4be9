/** A person in therapy: profile, settings, personality, culture. */
@NullMarked
package ai.therapysync.conversation.person;

import org.jspecify.annotations.NullMarked;
