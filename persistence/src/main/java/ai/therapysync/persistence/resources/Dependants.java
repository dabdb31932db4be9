package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Acting;
import java.util.List;
import java.util.UUID;

/**
 * What goes or lets go with a row that is taken away, so that it can be: what was earned and said
 * stays, what only spoke of the row goes.
 */
final class Dependants {
  private Dependants() {}

  static void release(Acting acting, Resource resource, UUID id) {
    List<String> statements =
        switch (resource) {
          case GOALS ->
              List.of(
                  "UPDATE public.goal_achievements SET goal_id = NULL WHERE goal_id = :id",
                  "DELETE FROM public.goal_insights WHERE goal_id = :id");
          case SESSIONS ->
              List.of(
                  "UPDATE public.whatsapp_messages SET therapy_session_id = NULL"
                      + " WHERE therapy_session_id = :id",
                  "UPDATE public.conversation_memory SET session_id = NULL WHERE session_id = :id");
          default -> List.of();
        };
    if (statements.isEmpty()) {
      return;
    }
    acting.asOwner(owner -> {
      statements.forEach(sql -> owner.createUpdate(sql).bind("id", id).execute());
      return true;
    });
  }
}
