@NullMarked
package ai.therapysync.gateway.web;

import org.jspecify.annotations.NullMarked;
