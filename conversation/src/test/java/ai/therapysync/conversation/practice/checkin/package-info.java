/** A gentle question once a day. */
@NullMarked
package ai.therapysync.conversation.practice.checkin;

import org.jspecify.annotations.NullMarked;
