/** What contacts, family and operators are told: kind, language, values; no transport. */
@NullMarked
package ai.therapysync.crisis.notice;

import org.jspecify.annotations.NullMarked;
