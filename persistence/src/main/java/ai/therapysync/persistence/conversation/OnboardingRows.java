package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.onboarding.Application;
import ai.therapysync.conversation.onboarding.Consent;
import ai.therapysync.conversation.onboarding.Newcomer;
import ai.therapysync.conversation.reply.Introduction;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.practice.AskedRows;
import ai.therapysync.persistence.practice.HappenedRows;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.Agenda;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Strangers on their way in, and the accounts that are made for them. */
public final class OnboardingRows {
  static final Duration SILENCE = Duration.ofDays(30);

  private static final String WRITE =
      """
      INSERT INTO gateway.onboardings (address, id, step, language, sure, tries, name,
        consent_version, consented_at, created_at, updated_at)
      VALUES (:address, :id, :step, :language, :sure, :tries, :name, :version, :consented, :now,
        :now)
      ON CONFLICT (address) DO UPDATE SET step = EXCLUDED.step, language = EXCLUDED.language,
        sure = EXCLUDED.sure, tries = EXCLUDED.tries, name = EXCLUDED.name,
        consent_version = EXCLUDED.consent_version, consented_at = EXCLUDED.consented_at,
        updated_at = EXCLUDED.updated_at
      """;

  private static final String JOIN =
      """
      WITH u AS (
        INSERT INTO auth.users (id, email) VALUES (:user, :email)),
      p AS (
        INSERT INTO public.profiles (id, email, name, preferred_language, onboarding_complete,
          created_at, updated_at)
        VALUES (:user, :email, :name, :language, true, :now, :now)
        ON CONFLICT (id) DO UPDATE SET name = :name, preferred_language = :language,
          onboarding_complete = true)
      INSERT INTO gateway.consents (user_id, version, language, channel, given_at)
      VALUES (:user, :version, :language, :channel, :given)
      """;

  private final Sealer sealer;
  private final MacKey key;

  /** With what seals names, and the key of the hashes that stand for numbers. */
  public OnboardingRows(Sealer sealer, MacKey key) {
    this.sealer = sealer;
    this.key = key;
  }

  Optional<Application> load(Handle handle, InboundMessage message, Instant now) {
    return handle
        .createQuery(
            "SELECT * FROM gateway.onboardings WHERE address = :address AND updated_at > :since")
        .bind("address", message.from().value())
        .bind("since", Rows.at(now.minus(SILENCE)))
        .map((row, _) -> read(row))
        .findOne();
  }

  private Application read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OffsetDateTime consented = row.getObject("consented_at", OffsetDateTime.class);
    return new Application(
        Application.Step.of(row.getString("step")),
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        row.getBoolean("sure"),
        row.getInt("tries"),
        Optional.ofNullable(row.getString("name")).map(name -> sealer.openOwn(name, id)),
        Optional.ofNullable(row.getString("consent_version"))
            .map(version -> new Consent(version, consented.toInstant())));
  }

  void write(ReceivedRows.Context context, Application application) {
    UUID id = id(context);
    context
        .handle()
        .createUpdate(WRITE)
        .bind("address", address(context))
        .bind("id", id)
        .bind("step", application.step().word())
        .bind("language", application.language().code())
        .bind("sure", application.sure())
        .bind("tries", application.tries())
        .bind("name", application.name().map(name -> sealer.sealOwn(name, id)).orElse(null))
        .bind("version", application.consent().map(Consent::version).orElse(null))
        .bind("consented", application.consent().map(Consent::at).map(Rows::at).orElse(null))
        .bind("now", Rows.at(context.now()))
        .execute();
    Agenda.forgetStranger(context.handle(), id, context.now().plus(SILENCE));
  }

  private static UUID id(ReceivedRows.Context context) {
    return context
        .handle()
        .createQuery("SELECT id FROM gateway.onboardings WHERE address = :address")
        .bind("address", address(context))
        .mapTo(UUID.class)
        .findOne()
        .orElseGet(UUID::randomUUID);
  }

  /** Account, profile, number and consent: all of them, in the transaction of the answer. */
  void join(ReceivedRows.Context context, NumberChange.Joined joined) {
    UUID user = UUID.randomUUID();
    Newcomer newcomer = joined.newcomer();
    Handle handle = context.handle();
    handle
        .createUpdate(JOIN)
        .bind("user", user)
        .bind("email", email(handle, address(context), user))
        .bind("name", newcomer.name())
        .bind("language", newcomer.language().code())
        .bind("version", newcomer.consent().version())
        .bind("channel", context.message().channel().word())
        .bind("given", Rows.at(newcomer.consent().at()))
        .bind("now", Rows.at(context.now()))
        .execute();
    handle
        .createUpdate(
            "INSERT INTO public.whatsapp_integrations (user_id, phone_number, is_verified,"
                + " is_active, created_at, updated_at)"
                + " VALUES (:user, :address, true, true, :now, :now)")
        .bind("user", user)
        .bind("address", address(context))
        .bind("now", Rows.at(context.now()))
        .execute();
    AskedRows.write(handle, user, Optional.of(joined.asked()));
    HappenedRows.note(handle, user, Introduction.DISCLOSED, context.now());
    drop(context);
  }

  /**
   * An address that reaches nobody, since the tables ask for one: a keyed hash of the number, under
   * a domain that RFC 2606 sets aside. A number that had an account before gets another.
   */
  private String email(Handle handle, String address, UUID user) {
    String local = key.mac(address).toLowerCase(Locale.ROOT);
    String usual = local + "@number.invalid";
    boolean taken =
        handle
            .createQuery("SELECT EXISTS (SELECT 1 FROM auth.users WHERE email = :email)")
            .bind("email", usual)
            .mapTo(Boolean.class)
            .one();
    return taken ? local + "." + user + "@number.invalid" : usual;
  }

  static void drop(ReceivedRows.Context context) {
    context
        .handle()
        .createUpdate("DELETE FROM gateway.onboardings WHERE address = :address")
        .bind("address", address(context))
        .execute();
  }

  private static String address(ReceivedRows.Context context) {
    return context.message().from().value();
  }
}
