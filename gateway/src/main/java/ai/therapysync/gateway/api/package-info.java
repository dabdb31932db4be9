/** What operators and people see and do over HTTP: {@code /api/v1}. */
@NullMarked
package ai.therapysync.gateway.api;

import org.jspecify.annotations.NullMarked;
