/** The voices: a list, an editor that lets each be heard, and a sandbox to talk with it. */
@NullMarked
package ai.therapysync.gateway.console.personalities;

import org.jspecify.annotations.NullMarked;
