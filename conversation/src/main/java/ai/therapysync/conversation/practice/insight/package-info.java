/** Insights and recommendations: made at night by rules that can be read, said when it fits. */
@NullMarked
package ai.therapysync.conversation.practice.insight;

import org.jspecify.annotations.NullMarked;
