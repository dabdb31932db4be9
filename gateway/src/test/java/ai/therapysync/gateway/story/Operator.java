package ai.therapysync.gateway.story;

import ai.therapysync.gateway.console.door.Passwords;
import ai.therapysync.persistence.views.Operators;
import com.microsoft.playwright.Page;

/** Somebody who works at the console. */
record Operator(World world, String email, String password) {
  static final String PASSWORD = "four calm words in a row";

  /** With a password of their own. */
  static Operator of(World world, String email, String role) {
    Operator operator = withOneTimePassword(world, email, role, PASSWORD);
    world.run(
        "UPDATE gateway.operator_logins SET must_change = FALSE WHERE email = '" + email + "'");
    return operator;
  }

  /** As the command line makes them. */
  static Operator withOneTimePassword(World world, String email, String role, String password) {
    new Operators(world.database.database()).add(email, role, Passwords.hash(password));
    return new Operator(world, email, password);
  }

  /** Types address and password, wherever that leads. */
  void knocks(Page page) {
    knocks(page, password);
  }

  void knocks(Page page, String other) {
    if (!page.url().contains("/console/login")) {
      page.navigate(world.url() + "/console");
    }
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill(other);
    Chromium.send(page);
  }

  String id() {
    return world.one(
        "SELECT user_id::text FROM gateway.operator_logins WHERE email = '" + email + "'");
  }

  @Override
  public String toString() {
    return "Operator[" + email + "]";
  }
}
