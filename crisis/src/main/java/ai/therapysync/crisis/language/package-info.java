/** Languages we speak, and the texts a translator can edit. */
@NullMarked
package ai.therapysync.crisis.language;

import org.jspecify.annotations.NullMarked;
