package ai.therapysync.gateway.console.door;

import ai.therapysync.persistence.access.ConsoleAccess;
import ai.therapysync.persistence.access.Login;
import ai.therapysync.persistence.access.SecondFactors;
import ai.therapysync.persistence.audit.Origin;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Second factors: how one gets one, and what counts as one. */
final class Enrolment {
  private static final int RECOVERY_CODES = 10;

  private final SecondFactors factors;
  private final ConsoleAccess access;
  private final Doorkeeper doorkeeper;
  private final InstantSource clock;
  private final Totp totp = new Totp();

  Enrolment(
      SecondFactors factors, ConsoleAccess access, Doorkeeper doorkeeper, InstantSource clock) {
    this.factors = factors;
    this.access = access;
    this.doorkeeper = doorkeeper;
    this.clock = clock;
  }

  /**
   * What an app is told.
   *
   * @param grouped the secret, to be typed where no camera is at hand
   */
  record Offer(QrPicture picture, String grouped) {
    @Override
    public String toString() {
      return "Offer[REDACTED]";
    }
  }

  /** The same until it is confirmed, so that a page that is loaded again fits what was scanned. */
  Offer offer(Login login) {
    Optional<String> begun = factors.secret(login.user());
    if (begun.isEmpty()) {
      factors.propose(login.user(), Totp.newSecret());
    }
    String secret = begun.or(() -> factors.secret(login.user())).orElseThrow();
    return new Offer(QrPicture.of(Totp.address(secret, login.email())), Totp.grouped(secret));
  }

  /**
   * Confirms it by a first code.
   *
   * @return the recovery codes, to be shown once; empty when the code is wrong
   */
  Optional<List<String>> confirm(Present present, String code, Origin origin) {
    Entry entry = doorkeeper.guess(present.login(), code, typed -> isCode(present.login(), typed));
    if (!(entry instanceof Entry.In)) {
      return Optional.empty();
    }
    List<String> codes =
        Stream.generate(OneTimePassword::recoveryCode).limit(RECOVERY_CODES).toList();
    access.confirmSecondFactor(present.visitor().session(), codes, origin);
    return Optional.of(codes);
  }

  /** Takes a code of the app, or a recovery code; each is good for once. */
  Entry pass(Present present, String typed, Origin origin) {
    Login login = present.login();
    Entry entry =
        doorkeeper.guess(login, typed, code -> isCode(login, code) || isRecoveryCode(login, code));
    switch (entry) {
      case Entry.In(String secret) -> access.pass(present.visitor().session(), secret, origin);
      case Entry.Wrong() ->
          access.failed(Optional.of(login.user()), "second_factor_failed", origin);
      case Entry.Later _ -> {}
    }
    return entry;
  }

  int recoveryCodesLeft(Login login) {
    return factors.recoveryCodesLeft(login.user());
  }

  private boolean isCode(Login login, String typed) {
    String digits = typed.replaceAll("[ -]", "");
    if (!digits.matches("[0-9]{6}")) {
      return false;
    }
    Optional<String> secret = factors.secret(login.user());
    OptionalLong step =
        secret.isEmpty() ? OptionalLong.empty() : totp.step(secret.get(), digits, clock.instant());
    return step.isPresent() && factors.useStep(login.user(), step.getAsLong());
  }

  private boolean isRecoveryCode(Login login, String typed) {
    return factors.useRecoveryCode(login.user(), typed.strip().toLowerCase(Locale.ROOT));
  }
}
