package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.onboarding.Application;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes what becomes of a number: opted out or in, verified, a wrong code, an answer as a contact,
 * an alert that was seen.
 */
final class NumberRows {
  private final OnboardingRows onboardings;

  NumberRows(OnboardingRows onboardings) {
    this.onboardings = onboardings;
  }

  void write(ReceivedRows.Context context) {
    for (NumberChange change : context.received().numbers()) {
      switch (change) {
        case NumberChange.OptedOut _ -> optOut(context);
        case NumberChange.OptedIn _ -> optIn(context);
        case NumberChange.Verified(UUID integration) -> verify(context.handle(), integration);
        case NumberChange.WrongCode(UUID integration) -> wrong(context.handle(), integration);
        case NumberChange.ContactExcluded(ContactId contact) -> exclude(context.handle(), contact);
        case NumberChange.ContactAnswered(ContactId contact, boolean yes) ->
            ContactBook.answered(context.handle(), contact.value(), yes, context.now());
        case NumberChange.HandedOver(Instant remindAt) ->
            HandoverRows.ask(
                context.handle(), context.person().orElseThrow(), remindAt, context.now());
        case NumberChange.TakenBack _ ->
            HandoverRows.takeBack(context.handle(), context.person().orElseThrow());
        case NumberChange.Applied(Application application) ->
            onboardings.write(context, application);
        case NumberChange.Joined joined -> onboardings.join(context, joined);
        case NumberChange.AlertSeen seen -> seen(context, seen);
      }
    }
  }

  private static void optOut(ReceivedRows.Context context) {
    number(
        context,
        "INSERT INTO gateway.opt_outs (channel, sender, address, since)"
            + " VALUES (:channel, :sender, :address, :now) ON CONFLICT DO NOTHING");
    OnboardingRows.drop(context);
  }

  private static void optIn(ReceivedRows.Context context) {
    number(
        context,
        "DELETE FROM gateway.opt_outs WHERE channel = :channel AND sender = :sender"
            + " AND address = :address AND since <= :now");
  }

  private static void number(ReceivedRows.Context context, String sql) {
    context
        .handle()
        .createUpdate(sql)
        .bind("channel", context.message().channel().word())
        .bind("sender", context.message().sender())
        .bind("address", context.message().from().value())
        .bind("now", Rows.at(context.now()))
        .execute();
  }

  private static void verify(Handle handle, UUID integration) {
    handle
        .createUpdate(
            "UPDATE public.whatsapp_integrations SET is_verified = true, verification_code = NULL"
                + " WHERE id = :id")
        .bind("id", integration)
        .execute();
    handle
        .createUpdate("DELETE FROM gateway.verification_codes WHERE integration_id = :id")
        .bind("id", integration)
        .execute();
  }

  /** An open incident hears of it by the table's own trigger, whoever says it. */
  private static void exclude(Handle handle, ContactId contact) {
    handle
        .createUpdate("UPDATE public.emergency_contacts SET must_not_be_told = true WHERE id = :id")
        .bind("id", contact.value())
        .execute();
  }

  /** A wrong try counts for all who claim the number: none of their codes was sent. */
  private static void wrong(Handle handle, UUID integration) {
    handle
        .createUpdate(
            "UPDATE gateway.verification_codes SET tries = tries + 1 WHERE integration_id IN"
                + " (SELECT o.id FROM public.whatsapp_integrations i"
                + " JOIN public.whatsapp_integrations o"
                + " ON gateway.digits(o.phone_number) = gateway.digits(i.phone_number)"
                + " WHERE i.id = :id)")
        .bind("id", integration)
        .execute();
  }

  /** The alerts of the households in which the member was told: another one's stay unseen. */
  private static void seen(ReceivedRows.Context context, NumberChange.AlertSeen seen) {
    context
        .handle()
        .createUpdate(
            """
            UPDATE public.family_alerts a SET is_acknowledged = true, acknowledged_by = :member,
              acknowledged_at = :now
            WHERE a.alert_data ->> 'crisis_intervention_id' = :incident
              AND coalesce(a.is_acknowledged, false) = false
              AND (EXISTS (SELECT 1 FROM public.households h WHERE h.id = a.household_id
                  AND h.primary_account_holder_id = :member)
                OR EXISTS (SELECT 1 FROM public.household_members m
                  WHERE m.household_id = a.household_id AND m.user_id = :member
                    AND m.invitation_status = 'accepted' AND m.can_receive_alerts))
            """)
        .bind("member", seen.member().value())
        .bind("incident", seen.incident().toString())
        .bind("now", Rows.at(context.now()))
        .execute();
    context
        .handle()
        .createUpdate(
            "INSERT INTO gateway.incident_events (incident_id, user_id, at, what, details)"
                + " SELECT ci.id, ci.user_id, :now, 'family_acknowledged',"
                + " jsonb_build_object('member', CAST(:member AS text))"
                + " FROM public.crisis_interventions ci WHERE ci.id = :incident")
        .bind("now", Rows.at(context.now()))
        .bind("member", seen.member().toString())
        .bind("incident", seen.incident().value())
        .execute();
  }
}
