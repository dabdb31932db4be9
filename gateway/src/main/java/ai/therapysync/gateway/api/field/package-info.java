/** What the API takes: fields with their kinds, limits and words for what is wrong. */
@NullMarked
package ai.therapysync.gateway.api.field;

import org.jspecify.annotations.NullMarked;
