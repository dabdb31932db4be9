@NullMarked
package ai.therapysync.conversation.practice.contact;

import org.jspecify.annotations.NullMarked;
