/** The words of risk: who, what was said, how dangerous, and by which evidence. */
@NullMarked
package ai.therapysync.crisis.risk;

import org.jspecify.annotations.NullMarked;
