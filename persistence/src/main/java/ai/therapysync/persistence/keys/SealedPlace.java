package ai.therapysync.persistence.keys;

/**
 * Where something stands that the keyset itself has sealed. What a person's data key has sealed is
 * sealed anew with that key. Whoever seals with {@code sealOwn} or {@code wrap} in another column
 * adds it here, or a retired key takes it along.
 */
public enum SealedPlace {
  DATA_KEYS("gateway.data_keys", "user_id", "uuid", "sealed_key", "data-key:"),
  SECRETS("gateway.secrets", "name", "text", "sealed", "mac-key:"),
  SECOND_FACTORS("gateway.operator_logins", "user_id", "uuid", "totp_secret", "own:"),
  ONBOARDINGS("gateway.onboardings", "id", "uuid", "name", "own:"),
  INBOUND("gateway.inbound", "id", "uuid", "content", "own:"),
  OUTBOX("gateway.outbox", "id", "uuid", "payload", "own:"),
  OFFERS("gateway.outbox", "id", "uuid", "choices", "own:");

  private final String table;
  private final String id;
  private final String type;
  private final String column;
  private final String bound;

  SealedPlace(String table, String id, String type, String column, String bound) {
    this.table = table;
    this.id = id;
    this.type = type;
    this.column = column;
    this.bound = bound;
  }

  /** Table and column, as SQL names them. */
  public String column() {
    return table + "." + column;
  }

  /** A statement in which {@code %1$s} is the table, {@code %2$s} id, {@code %3$s} its type. */
  String sql(String pattern) {
    return pattern.formatted(table, id, type, column);
  }

  /** Before every id. */
  String beginning() {
    return type.equals("uuid") ? "00000000-0000-0000-0000-000000000000" : "";
  }

  /** What the seal of this row is bound to. */
  String place(String rowId) {
    return bound + rowId;
  }
}
