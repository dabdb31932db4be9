@NullMarked
package ai.therapysync.gateway.config;

import org.jspecify.annotations.NullMarked;
