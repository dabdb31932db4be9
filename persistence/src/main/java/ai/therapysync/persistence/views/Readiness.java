package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Database;

/** Whether somebody would be told if a person were in danger now: counts only, no names. */
public final class Readiness {
  private final Database database;

  public Readiness(Database database) {
    this.database = database;
  }

  /** Operators with a mail address who are told of what nobody else takes. */
  public int alertRecipients() {
    return count(
        """
        SELECT count(DISTINCT p.id) FROM public.user_roles r JOIN public.profiles p ON p.id = r.user_id
        WHERE r.is_active AND r.role IN ('admin', 'super_admin', 'support_admin')
          AND p.email LIKE '%_@_%'
        """);
  }

  /** People who can write to us and have no contact whom we could reach. */
  public int peopleWithoutContact() {
    return count(
        """
        SELECT count(DISTINCT i.user_id) FROM public.whatsapp_integrations i
        WHERE i.is_verified AND i.is_active AND NOT EXISTS (
          SELECT FROM public.emergency_contacts c
          WHERE c.user_id = i.user_id AND c.is_active AND NOT c.must_not_be_told
            AND (coalesce(c.phone_number, '') <> '' OR coalesce(c.email, '') <> ''))
        """);
  }

  /** People who can write to us. */
  public int peopleInCare() {
    return count(
        """
        SELECT count(DISTINCT user_id) FROM public.whatsapp_integrations
        WHERE is_verified AND is_active
        """);
  }

  private int count(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
