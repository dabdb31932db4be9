@NullMarked
package ai.therapysync.persistence.crisis;

import org.jspecify.annotations.NullMarked;
