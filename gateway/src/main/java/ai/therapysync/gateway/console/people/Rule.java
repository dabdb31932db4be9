package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.persistence.access.Acting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** What a row must agree with in other rows. */
@FunctionalInterface
public interface Rule {
  List<Fault> faults(Acting acting, UUID person, ObjectNode values);
}
