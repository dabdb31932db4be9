/** Who may come in: logins, second factors, sessions, and the guard of every page. */
@NullMarked
package ai.therapysync.gateway.console.door;

import org.jspecify.annotations.NullMarked;
