/** The HTTP server: mounts what others declare. */
@NullMarked
package ai.therapysync.gateway.web;

import org.jspecify.annotations.NullMarked;
