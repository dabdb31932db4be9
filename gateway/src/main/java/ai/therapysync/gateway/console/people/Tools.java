package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.api.Commands;
import ai.therapysync.gateway.console.escalation.PolicyDesk;
import ai.therapysync.gateway.console.notes.NotesPart;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.crisis.ContactDrill;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.export.Export;
import java.time.InstantSource;

/** What the tabs read and change with. */
public record Tools(
    Callers callers,
    Commands commands,
    ContactDrill drill,
    Export export,
    Erasure erasure,
    PolicyDesk policies,
    NotesPart notes,
    InstantSource clock) {}
