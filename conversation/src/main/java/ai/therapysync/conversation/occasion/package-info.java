/**
 * A moment at which something is worked on by chat: what was asked, what there is to work on, what
 * the answer changes.
 */
@NullMarked
package ai.therapysync.conversation.occasion;

import org.jspecify.annotations.NullMarked;
