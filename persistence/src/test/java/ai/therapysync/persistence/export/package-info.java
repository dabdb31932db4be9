@NullMarked
package ai.therapysync.persistence.export;

import org.jspecify.annotations.NullMarked;
