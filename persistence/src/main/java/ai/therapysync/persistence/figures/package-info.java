/** Figures of the house by hour and day: how they are made, and how they are read. */
@NullMarked
package ai.therapysync.persistence.figures;

import org.jspecify.annotations.NullMarked;
