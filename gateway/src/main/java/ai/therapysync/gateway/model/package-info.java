/** Language models behind the conversation's port. */
@NullMarked
package ai.therapysync.gateway.model;

import org.jspecify.annotations.NullMarked;
