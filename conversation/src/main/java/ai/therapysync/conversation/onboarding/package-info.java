/** How a stranger joins by chat: consent, name, language, age, one question a message. */
@NullMarked
package ai.therapysync.conversation.onboarding;

import org.jspecify.annotations.NullMarked;
