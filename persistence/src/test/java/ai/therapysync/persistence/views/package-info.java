@NullMarked
package ai.therapysync.persistence.views;

import org.jspecify.annotations.NullMarked;
