/** Questionnaires by chat: one question a message, resumable, scored. */
@NullMarked
package ai.therapysync.conversation.practice.questionnaire;

import org.jspecify.annotations.NullMarked;
