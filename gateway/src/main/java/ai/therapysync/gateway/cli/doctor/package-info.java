/** What the doctor looks at: one small check each. */
@NullMarked
package ai.therapysync.gateway.cli.doctor;

import org.jspecify.annotations.NullMarked;
