/** A gentle question once a day, for those who switch it on. */
@NullMarked
package ai.therapysync.conversation.practice.checkin;

import org.jspecify.annotations.NullMarked;
