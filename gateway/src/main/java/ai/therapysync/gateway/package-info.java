/** The program: its main class alone. */
@NullMarked
package ai.therapysync.gateway;

import org.jspecify.annotations.NullMarked;
