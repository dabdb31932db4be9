@NullMarked
package ai.therapysync.gateway.cli;

import org.jspecify.annotations.NullMarked;
