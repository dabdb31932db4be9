@NullMarked
package ai.therapysync.persistence.database;

import org.jspecify.annotations.NullMarked;
