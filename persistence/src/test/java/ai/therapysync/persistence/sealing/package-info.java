@NullMarked
package ai.therapysync.persistence.sealing;

import org.jspecify.annotations.NullMarked;
