/**
 * A sentence encoder that comes with the program: a second screen for English, after the embedded
 * one.
 */
@NullMarked
package ai.therapysync.gateway.model.encoder;

import org.jspecify.annotations.NullMarked;
