package ai.therapysync.persistence.resources;

import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.persistence.access.Acting;
import java.util.Optional;
import java.util.UUID;

/** What a new value is compared with: rows that it names, as the caller sees them. */
public final class Lookups {
  private Lookups() {}

  /** Whether a personality can be chosen. */
  public static boolean isActivePersonality(Acting acting, String id) {
    return exists(acting, "public.therapist_personalities WHERE id::text = :id AND is_active", id);
  }

  /** Whether there is such a personality, chosen by anybody still or not. */
  public static boolean isPersonality(Acting acting, String id) {
    return exists(acting, "public.therapist_personalities WHERE id::text = :id", id);
  }

  /** Whether a talk is this person's. */
  public static boolean isSessionOf(Acting acting, UUID person, UUID session) {
    return acting
        .handle()
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM public.therapy_sessions"
                + " WHERE id = :id AND user_id = :person)")
        .bind("id", session)
        .bind("person", person)
        .mapTo(Boolean.class)
        .one();
  }

  /** The person's own number, by which numbers written nationally are read. */
  public static Optional<PhoneNumber> number(Acting acting, UUID person) {
    return acting
        .handle()
        .createQuery(
            "SELECT phone_number FROM public.whatsapp_integrations WHERE user_id = :person"
                + " ORDER BY is_verified DESC NULLS LAST, is_active DESC NULLS LAST, created_at"
                + " LIMIT 1")
        .bind("person", person)
        .mapTo(String.class)
        .findOne()
        .flatMap(number -> PhoneNumber.parse(number, "ZZ"));
  }

  private static boolean exists(Acting acting, String rows, String id) {
    return acting
        .handle()
        .createQuery("SELECT EXISTS (SELECT 1 FROM " + rows + ")")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }
}
