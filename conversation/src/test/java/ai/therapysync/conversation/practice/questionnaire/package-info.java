@NullMarked
package ai.therapysync.conversation.practice.questionnaire;

import org.jspecify.annotations.NullMarked;
