/** What operators see: the whole of the console, mounted on the web server. */
@NullMarked
package ai.therapysync.gateway.console;

import org.jspecify.annotations.NullMarked;
