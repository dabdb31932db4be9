/** What people work on by chat: the open question, and the rows that a step of practice changes. */
@NullMarked
package ai.therapysync.persistence.practice;

import org.jspecify.annotations.NullMarked;
