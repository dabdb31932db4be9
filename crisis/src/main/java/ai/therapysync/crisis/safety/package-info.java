/** What a person in danger is told. */
@NullMarked
package ai.therapysync.crisis.safety;

import org.jspecify.annotations.NullMarked;
