package ai.therapysync.gateway.api.field;

import java.util.Optional;

/**
 * A column that the API takes.
 *
 * @param needed has to be there when a row is added
 * @param nullable null takes its value away
 * @param otherwise what is shown of it where the person has no row yet, as JSON
 */
public record Field(
    String name, Kind kind, boolean needed, boolean nullable, Optional<String> otherwise) {
  /** A column that may be null. */
  public static Field optional(String name, Kind kind) {
    return new Field(name, kind, false, true, Optional.empty());
  }

  /** A column that each new row has to name. */
  public static Field needed(String name, Kind kind) {
    return new Field(name, kind, true, false, Optional.empty());
  }

  /** A column that has a value always. */
  public static Field always(String name, Kind kind) {
    return new Field(name, kind, false, false, Optional.empty());
  }

  /** The same, with the column's default. */
  public Field otherwise(String json) {
    return new Field(name, kind, needed, nullable, Optional.of(json));
  }
}
