package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What operators do with households, which no policy lets anybody do by a row: a flag opens other
 * people's data. Callers are asked before whether they may change people; to accept an invitation
 * is for the invited alone.
 */
public final class HouseholdCommands {
  private HouseholdCommands() {}

  /** What a member may see of the others, and whether they hear of danger. */
  public record Flags(boolean progress, boolean moods, boolean alerts) {
    /** Whether this opens something that the other leaves closed. */
    public boolean opensMoreThan(Flags other) {
      return (progress && !other.progress) || (moods && !other.moods) || (alerts && !other.alerts);
    }
  }

  /** What came of an invitation. */
  public enum Invited {
    DONE,
    /** There is no such household. */
    MISSING,
    /** They hold it, belong to it, or are invited already. */
    ALREADY,
    /** Every place is taken. */
    FULL
  }

  /** A new household that this person holds. */
  public static UUID make(Acting acting, UUID holder, String name, int places) {
    acting.lock(holder);
    UUID id =
        acting.asOwner(owner ->
            owner
                .createQuery(
                    "INSERT INTO public.households (name, primary_account_holder_id, plan_type,"
                        + " max_members) VALUES (:name, :holder, 'family', :places) RETURNING id")
                .bind("name", name)
                .bind("holder", holder)
                .bind("places", places)
                .mapTo(UUID.class)
                .one());
    note(acting, "create", Resource.HOUSEHOLDS, id, holder, List.of("name", "max_members"));
    return id;
  }

  /** Another name, other places, in use or not. */
  public static void change(
      Acting acting, UUID household, UUID holder, String name, int places, boolean active) {
    acting.asOwner(owner ->
        owner
            .createUpdate(
                "UPDATE public.households SET name = :name, max_members = :places,"
                    + " is_active = :active WHERE id = :id")
            .bind("id", household)
            .bind("name", name)
            .bind("places", places)
            .bind("active", active)
            .execute());
    note(
        acting,
        "update",
        Resource.HOUSEHOLDS,
        household,
        holder,
        List.of("name", "max_members", "is_active"));
  }

  /** Locks a household until the commit; empty where there is none. */
  public static Optional<UUID> lock(Acting acting, UUID household) {
    return acting.asOwner(owner ->
        owner
            .createQuery("SELECT id FROM public.households WHERE id = :id FOR NO KEY UPDATE")
            .bind("id", household)
            .mapTo(UUID.class)
            .findOne());
  }

  /** Invites somebody; who declined before may be invited again. */
  public static Invited invite(Acting acting, UUID household, UUID person, Flags flags) {
    acting.lock(person);
    if (lock(acting, household).isEmpty()) {
      return Invited.MISSING;
    }
    Invited refusal = acting.asOwner(owner -> refusal(owner, household, person));
    if (refusal != Invited.DONE) {
      return refusal;
    }
    UUID id = acting.asOwner(owner -> pending(owner, acting, household, person, flags));
    note(
        acting,
        "create",
        Resource.HOUSEHOLD_MEMBERS,
        id,
        person,
        List.of("can_view_progress", "can_view_mood_data", "can_receive_alerts"));
    return Invited.DONE;
  }

  /** Sets what a member may see and hear. */
  public static void set(Acting acting, UUID member, UUID person, Flags flags) {
    acting.asOwner(owner ->
        owner
            .createUpdate(
                "UPDATE public.household_members SET can_view_progress = :progress,"
                    + " can_view_mood_data = :moods, can_receive_alerts = :alerts WHERE id = :id")
            .bind("id", member)
            .bind("progress", flags.progress())
            .bind("moods", flags.moods())
            .bind("alerts", flags.alerts())
            .execute());
    note(
        acting,
        "update",
        Resource.HOUSEHOLD_MEMBERS,
        member,
        person,
        List.of("can_view_progress", "can_view_mood_data", "can_receive_alerts"));
  }

  /** Takes a member or an invitation out. */
  public static void remove(Acting acting, UUID member, UUID person) {
    acting.asOwner(owner ->
        owner
            .createUpdate("DELETE FROM public.household_members WHERE id = :id")
            .bind("id", member)
            .execute());
    note(acting, "delete", Resource.HOUSEHOLD_MEMBERS, member, person, List.of());
  }

  private static Invited refusal(Handle owner, UUID household, UUID person) {
    return owner
        .createQuery(
            """
            SELECT CASE
              WHEN h.primary_account_holder_id = :person OR EXISTS (
                SELECT 1 FROM public.household_members m WHERE m.household_id = h.id
                  AND m.user_id = :person AND m.invitation_status <> 'declined') THEN 'ALREADY'
              WHEN 1 + (SELECT count(*) FROM public.household_members m
                WHERE m.household_id = h.id AND m.invitation_status <> 'declined'
                  AND m.user_id <> h.primary_account_holder_id) >= h.max_members THEN 'FULL'
              ELSE 'DONE' END
            FROM public.households h WHERE h.id = :household
            """)
        .bind("household", household)
        .bind("person", person)
        .mapTo(String.class)
        .findOne()
        .map(Invited::valueOf)
        .orElse(Invited.MISSING);
  }

  private static UUID pending(
      Handle owner, Acting acting, UUID household, UUID person, Flags flags) {
    owner
        .createUpdate(
            "DELETE FROM public.household_members WHERE household_id = :household"
                + " AND user_id = :person AND invitation_status = 'declined'")
        .bind("household", household)
        .bind("person", person)
        .execute();
    return owner
        .createQuery(
            """
            INSERT INTO public.household_members (household_id, user_id, can_view_progress,
              can_view_mood_data, can_receive_alerts, invited_by)
            VALUES (:household, :person, :progress, :moods, :alerts,
              (SELECT p.id FROM public.profiles p WHERE p.id = :by)) RETURNING id
            """)
        .bind("household", household)
        .bind("person", person)
        .bind("progress", flags.progress())
        .bind("moods", flags.moods())
        .bind("alerts", flags.alerts())
        .bind("by", acting.caller().id())
        .mapTo(UUID.class)
        .one();
  }

  private static void note(
      Acting acting, String action, Resource resource, UUID row, UUID person, List<String> fields) {
    acting.note(AuditEntry.of(action, resource.table(), row, Optional.of(person), fields));
  }
}
