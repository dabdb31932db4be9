/** Emergency contacts by chat: named, listed, changed, removed. */
@NullMarked
package ai.therapysync.conversation.practice.contact;

import org.jspecify.annotations.NullMarked;
