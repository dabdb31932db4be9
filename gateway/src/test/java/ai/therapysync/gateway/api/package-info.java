/** The API's description, held against its shapes. */
@NullMarked
package ai.therapysync.gateway.api;

import org.jspecify.annotations.NullMarked;
