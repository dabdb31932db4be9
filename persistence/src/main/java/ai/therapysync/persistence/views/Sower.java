package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes rows of a demo within one transaction. A row whose id, or whose place, is taken already is
 * left out.
 */
public final class Sower {
  private final Handle handle;
  private final Instant now;

  Sower(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /**
   * An account.
   *
   * @return whether it is new; what hangs on one that is not may have been changed by its owner
   */
  public boolean account(Seeds.Account account) {
    boolean fresh =
        insert(
                    "INSERT INTO auth.users (id, email, email_confirmed_at, created_at, updated_at)"
                        + " VALUES (:id, :email, :now, :now, :now)")
                .bindMethods(account)
                .execute()
            == 1;
    if (fresh) {
      insert(
              "INSERT INTO public.profiles (id, email, name, preferred_language,"
                  + " onboarding_complete, created_at, updated_at)"
                  + " VALUES (:id, :email, :name, :language, true, :now, :now)")
          .bindMethods(account)
          .execute();
    }
    return fresh;
  }

  /** An active role, by the word of {@code app_role}. */
  public void role(UUID user, String role) {
    insert(
            "INSERT INTO public.user_roles (user_id, role, is_active)"
                + " VALUES (:user, CAST(:role AS public.app_role), true)")
        .bind("user", user)
        .bind("role", role)
        .execute();
  }

  /** A number that is the person's beyond doubt. */
  public void integration(Seeds.Integration integration) {
    insert(
            "INSERT INTO public.whatsapp_integrations (id, user_id, phone_number, is_verified,"
                + " is_active, created_at, updated_at)"
                + " VALUES (:id, :user, :number, true, true, :now, :now)")
        .bindMethods(integration)
        .execute();
  }

  /** How a person's conversation is set. */
  public void config(Seeds.Config config) {
    insert(
            "INSERT INTO public.whatsapp_config (id, user_id, ai_personality_id,"
                + " response_delay_seconds, business_hours_enabled, business_hours_start,"
                + " business_hours_end, business_timezone, created_at, updated_at)"
                + " VALUES (:id, :user, :personality, :delaySeconds, :hours, :start, :end, :zone,"
                + " :now, :now)")
        .bindMethods(config)
        .execute();
  }

  /** Where a person comes from. */
  public void culture(Seeds.Culture culture) {
    insert(
            "INSERT INTO public.user_cultural_profiles (id, user_id, primary_language,"
                + " cultural_background, family_structure, communication_style,"
                + " religious_considerations, religious_details, therapy_approach_preferences,"
                + " cultural_sensitivities, created_at, updated_at)"
                + " VALUES (:id, :user, :language, :background, :family, :style, :religious,"
                + " :religion, :approaches, :sensitivities, :now, :now)")
        .bindMethods(culture)
        .bindArray("approaches", String.class, culture.approaches())
        .bindArray("sensitivities", String.class, culture.sensitivities())
        .execute();
  }

  /** Someone to call; the time of creation keeps the order of the list. */
  public void contact(Seeds.Contact contact) {
    insert(
            "INSERT INTO public.emergency_contacts (id, user_id, name, phone_number, email,"
                + " relationship, is_primary, is_active, created_at, updated_at)"
                + " VALUES (:id, :user, :name, :number, :email, :relationship, :primary, true,"
                + " :at, :at)")
        .bindMethods(contact)
        .bind("at", Rows.at(now.plusMillis(contact.place())))
        .execute();
  }

  /** Something to remember. */
  public void memory(Seeds.Memory memory) {
    insert(
            "INSERT INTO public.conversation_memory (id, user_id, memory_type, title, content,"
                + " tags, importance_score, created_at, updated_at)"
                + " VALUES (:id, :user, :type, :title, :content, :tags, :importance, :now, :now)")
        .bindMethods(memory)
        .bindArray("tags", String.class, memory.tags())
        .execute();
  }

  /** Something that a person works on. */
  public void goal(Seeds.Goal goal) {
    insert(
            "INSERT INTO public.goals (id, user_id, title, description, category, target_value,"
                + " current_progress, streak_count, best_streak, target_date, created_at,"
                + " updated_at) VALUES (:id, :user, :title, :description, :category, :target,"
                + " :progress, :streak, :bestStreak, :date, :now, :now)")
        .bindMethods(goal)
        .execute();
  }

  /** A household. */
  public void household(Seeds.Household household) {
    insert(
            "INSERT INTO public.households (id, name, primary_account_holder_id, plan_type,"
                + " max_members, is_active, created_at, updated_at)"
                + " VALUES (:id, :name, :holder, :plan, :size, true, :now, :now)")
        .bindMethods(household)
        .execute();
  }

  /** Someone in a household. */
  public void member(Seeds.Member member) {
    insert(
            "INSERT INTO public.household_members (id, household_id, user_id, member_type,"
                + " can_view_progress, can_view_mood_data, can_receive_alerts, invitation_status,"
                + " invited_by, joined_at, created_at) VALUES (:id, :household, :user, :type,"
                + " :progress, :mood, :alerts, 'accepted', :inviter, :now, :now)")
        .bindMethods(member)
        .execute();
  }

  private Update insert(String sql) {
    return handle.createUpdate(sql + " ON CONFLICT DO NOTHING").bind("now", Rows.at(now));
  }
}
