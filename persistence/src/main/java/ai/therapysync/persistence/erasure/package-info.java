/** Everything about a person is erased, and nothing about anybody else. */
@NullMarked
package ai.therapysync.persistence.erasure;

import org.jspecify.annotations.NullMarked;
