package ai.therapysync.persistence.erasure;

import java.util.List;

/**
 * What an erasure does to households: one that the person holds passes to its oldest accepted
 * member, or goes, with its invitations; rows of others lose the person's name.
 */
final class HouseholdRemains {
  private HouseholdRemains() {}

  static final List<String> ALL =
      List.of(
          "DELETE FROM public.family_alerts WHERE member_user_id = :person",
          """
          UPDATE public.family_alerts SET acknowledged_by = NULL WHERE acknowledged_by = :person
          """,
          """
          UPDATE public.family_alerts a
          SET alert_data = replace(a.alert_data::text, :person::text, 'erased')::jsonb
          WHERE strpos(a.alert_data::text, :person::text) > 0 AND a.household_id IN (
            SELECT h.id FROM public.households h WHERE h.primary_account_holder_id = :person
            UNION SELECT m.household_id FROM public.household_members m WHERE m.user_id = :person)
          """,
          "DELETE FROM public.household_members WHERE user_id = :person",
          "UPDATE public.household_members SET invited_by = NULL WHERE invited_by = :person",
          """
          UPDATE public.households h SET primary_account_holder_id = heir.user_id
          FROM (SELECT DISTINCT ON (m.household_id) m.household_id, m.user_id
            FROM public.household_members m
            JOIN public.households mine ON mine.id = m.household_id
            WHERE mine.primary_account_holder_id = :person AND m.invitation_status = 'accepted'
            ORDER BY m.household_id, coalesce(m.joined_at, m.created_at) NULLS LAST, m.id) heir
          WHERE h.id = heir.household_id
          """,
          """
          DELETE FROM public.family_alerts WHERE household_id IN
            (SELECT h.id FROM public.households h WHERE h.primary_account_holder_id = :person)
          """,
          """
          DELETE FROM public.household_members WHERE household_id IN
            (SELECT h.id FROM public.households h WHERE h.primary_account_holder_id = :person)
          """,
          "DELETE FROM public.households WHERE primary_account_holder_id = :person");
}
