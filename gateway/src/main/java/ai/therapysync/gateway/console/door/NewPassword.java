package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.access.Login;
import java.util.Optional;

/** A form in which somebody chooses a password, twice the same. */
final class NewPassword {
  private NewPassword() {}

  /** What they chose; empty when the form says what is wrong with it. */
  static Optional<String> read(Form form, Login login) {
    String chosen = form.value("new_password");
    Passwords.fault(chosen, login.email()).ifPresent(wrong -> form.error("new_password", wrong));
    if (form.isValid() && Passwords.is(chosen, login.passwordHash())) {
      form.error("new_password", "Not the one that you have now");
    }
    if (!chosen.equals(form.value("repeated"))) {
      form.error("repeated", "These two differ");
    }
    return form.isValid() ? Optional.of(chosen) : Optional.empty();
  }
}
