/** Emergency contacts, households, and who may be told what. */
@NullMarked
package ai.therapysync.crisis.people;

import org.jspecify.annotations.NullMarked;
