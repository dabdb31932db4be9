@NullMarked
package ai.therapysync.crisis.screening;

import org.jspecify.annotations.NullMarked;
