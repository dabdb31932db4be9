package ai.therapysync.gateway.story;

import java.util.Locale;
import java.util.UUID;

/** A person in care. */
final class Someone extends Phone {
  final UUID id;
  final UUID integration;

  private Someone(World world, UUID id, UUID integration, String number) {
    super(world, number);
    this.id = id;
    this.integration = integration;
  }

  static Someone inCare(World world, String name, String number) {
    UUID id = account(world, name);
    UUID integration = UUID.randomUUID();
    world
        .sql()
        .useHandle(handle ->
            handle.execute(
                "INSERT INTO whatsapp_integrations (id, user_id, phone_number, is_verified)"
                    + " VALUES (?, ?, ?, true)",
                integration,
                id,
                number));
    return new Someone(world, id, integration, number);
  }

  /** A profile without a number. */
  static UUID account(World world, String name) {
    UUID id = UUID.randomUUID();
    String mail =
        name.toLowerCase(Locale.ROOT) + "-" + id.toString().substring(0, 8) + "@example.org";
    world
        .sql()
        .useHandle(handle -> {
          handle.execute("INSERT INTO auth.users (id, email) VALUES (?, ?)", id, mail);
          handle.execute(
              "INSERT INTO profiles (id, email, name) VALUES (?, ?, ?)", id, mail, name + " Vale");
        });
    return id;
  }

  /** Sets columns of the person's configuration row, as an SQL list. */
  Someone configured(String columns, String values) {
    world.run(
        "INSERT INTO whatsapp_config (user_id, %s) VALUES ('%s', %s)"
            .formatted(columns, id, values));
    return this;
  }

  /** Answers come at once. */
  Someone unhurried() {
    return configured("response_delay_seconds", "0");
  }

  String incident(String column) {
    return world.one(
        "SELECT coalesce((SELECT %s::text FROM crisis_interventions WHERE user_id = '%s'"
                .formatted(column, id)
            + " ORDER BY created_at DESC LIMIT 1), 'none')");
  }

  void incidentIs(String status) {
    Await.until(
        "an incident that is " + status + ", not " + incident("status"),
        () -> incident("status").equals(status));
  }
}
