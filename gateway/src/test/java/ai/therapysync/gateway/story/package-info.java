/** Stories from end to end: real PostgreSQL, real HTTP, real SMTP, a clock that tests move. */
@NullMarked
package ai.therapysync.gateway.story;

import org.jspecify.annotations.NullMarked;
