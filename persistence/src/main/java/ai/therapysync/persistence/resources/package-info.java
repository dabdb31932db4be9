/** Tables of public as callers see and change them, under their own rights. */
@NullMarked
package ai.therapysync.persistence.resources;

import org.jspecify.annotations.NullMarked;
