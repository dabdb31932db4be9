/** Rows about a person that several rooms read: their settings, and when they may be written to. */
@NullMarked
package ai.therapysync.persistence.person;

import org.jspecify.annotations.NullMarked;
