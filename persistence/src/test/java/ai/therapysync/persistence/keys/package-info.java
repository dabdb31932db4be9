@NullMarked
package ai.therapysync.persistence.keys;

import org.jspecify.annotations.NullMarked;
