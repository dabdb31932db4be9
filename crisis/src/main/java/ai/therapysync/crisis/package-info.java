/** Is someone in danger, and who is coming? CrisisDesk is the only door. */
@NullMarked
package ai.therapysync.crisis;

import org.jspecify.annotations.NullMarked;
