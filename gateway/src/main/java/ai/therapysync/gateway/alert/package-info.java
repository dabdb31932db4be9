/** Tells a machine of the operators' what they are alarmed of. */
@NullMarked
package ai.therapysync.gateway.alert;

import org.jspecify.annotations.NullMarked;
