/** The rules of the house that a build can keep. */
@NullMarked
package ai.therapysync.gateway.house;

import org.jspecify.annotations.NullMarked;
