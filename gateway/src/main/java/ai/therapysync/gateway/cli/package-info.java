/** The command line: one class a command. */
@NullMarked
package ai.therapysync.gateway.cli;

import org.jspecify.annotations.NullMarked;
