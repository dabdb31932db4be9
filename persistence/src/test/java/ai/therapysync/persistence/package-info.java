@NullMarked
package ai.therapysync.persistence;

import org.jspecify.annotations.NullMarked;
