/** Moods: asked for, understood, noted, shown. */
@NullMarked
package ai.therapysync.conversation.practice.mood;

import org.jspecify.annotations.NullMarked;
