/** What is worked on by chat beside talking: the skills, in the order in which they are asked. */
@NullMarked
package ai.therapysync.conversation.practice;

import org.jspecify.annotations.NullMarked;
