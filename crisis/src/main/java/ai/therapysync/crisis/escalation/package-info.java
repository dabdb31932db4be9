/** What an event does to an incident: pure rules over readable policy data. */
@NullMarked
package ai.therapysync.crisis.escalation;

import org.jspecify.annotations.NullMarked;
