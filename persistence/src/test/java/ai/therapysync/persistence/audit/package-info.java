@NullMarked
package ai.therapysync.persistence.audit;

import org.jspecify.annotations.NullMarked;
