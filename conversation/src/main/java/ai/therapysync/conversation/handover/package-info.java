/**
 * A person asks for a human: how they say so, what they are told, and how they go on with the AI.
 */
@NullMarked
package ai.therapysync.conversation.handover;

import org.jspecify.annotations.NullMarked;
