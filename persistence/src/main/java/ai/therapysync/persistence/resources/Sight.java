package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import java.util.UUID;

/** Whether a caller may know that a person's rows of a kind exist at all. */
public final class Sight {
  private Sight() {}

  /** Their own; by a role; or opened to them in a household. */
  public static boolean of(Acting acting, Resource resource, UUID person) {
    Caller caller = acting.caller();
    boolean may =
        caller.is(person) || caller.may(resource.seenBy()) || isOpened(acting, resource, person);
    return may && exists(acting, person);
  }

  /** Whether there is such a person at all; asked by those who may know. */
  public static boolean exists(Acting acting, UUID person) {
    return acting.asOwner(owner ->
        owner
            .createQuery("SELECT EXISTS (SELECT 1 FROM public.profiles WHERE id = :id)")
            .bind("id", person)
            .mapTo(Boolean.class)
            .one());
  }

  private static boolean isOpened(Acting acting, Resource resource, UUID person) {
    String flag =
        switch (resource) {
          case GOALS, ACHIEVEMENTS -> "can_view_progress";
          case MOODS -> "can_view_mood_data";
          case USER_ANALYTICS -> "can_view_progress and can_view_mood_data";
          default -> "";
        };
    // The claims stay with the transaction, whose owner may look into our schema.
    return !flag.isEmpty()
        && acting.asOwner(owner ->
            owner
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM gateway.people_opened_to_caller(:flag) AS p(id)"
                        + " WHERE p.id = :person)")
                .bind("flag", flag)
                .bind("person", person)
                .mapTo(Boolean.class)
                .one());
  }
}
