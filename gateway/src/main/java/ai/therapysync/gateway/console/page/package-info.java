/** What every page of the console is made with. */
@NullMarked
package ai.therapysync.gateway.console.page;

import org.jspecify.annotations.NullMarked;
