/** Screens that grade a message; a screen may raise the level, never lower it. */
@NullMarked
package ai.therapysync.crisis.screening;

import org.jspecify.annotations.NullMarked;
