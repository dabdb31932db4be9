/** The people, contacts and voices of the demo, as data. */
@NullMarked
package ai.therapysync.gateway.simulator.demo;

import org.jspecify.annotations.NullMarked;
