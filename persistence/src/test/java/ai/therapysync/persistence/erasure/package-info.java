@NullMarked
package ai.therapysync.persistence.erasure;

import org.jspecify.annotations.NullMarked;
