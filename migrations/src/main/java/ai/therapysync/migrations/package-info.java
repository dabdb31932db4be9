/** The SQL of the schema and the one class that applies it. */
@NullMarked
package ai.therapysync.migrations;

import org.jspecify.annotations.NullMarked;
