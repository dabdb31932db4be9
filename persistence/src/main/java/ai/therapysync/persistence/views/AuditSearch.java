package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.AuditLine;
import ai.therapysync.persistence.audit.AuditQuery;
import ai.therapysync.persistence.audit.AuditTrail;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.resources.People;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit log as people search it: by names, which row level security lets them see. */
public final class AuditSearch {
  /** Words are found by leaps along their index, not by reading every line. */
  private static final String ACTIONS =
      """
      WITH RECURSIVE words AS (
        (SELECT action FROM gateway.audit_log ORDER BY action LIMIT 1)
        UNION ALL
        SELECT (SELECT a.action FROM gateway.audit_log a
          WHERE a.action > words.action ORDER BY a.action LIMIT 1)
        FROM words WHERE words.action IS NOT NULL)
      SELECT action FROM words WHERE action IS NOT NULL
      """;

  private final Callers callers;

  /** By way of the caller's rights. */
  public AuditSearch(Callers callers) {
    this.callers = callers;
  }

  /**
   * What is looked for; what is empty does not matter. Private: never printed.
   *
   * @param who did it: an id, or the beginnings of an address or a name
   * @param whom it concerns, likewise
   */
  public record Words(
      Optional<String> who,
      Optional<String> whom,
      Optional<String> action,
      Optional<Instant> from,
      Optional<Instant> until) {
    @Override
    public String toString() {
      return "Words[REDACTED]";
    }
  }

  /** Lines, the newest first, with the names of whom they tell of as far as they are known. */
  public record Found(List<AuditLine> lines, Map<UUID, String> names) {
    public Found {
      lines = List.copyOf(lines);
      names = Map.copyOf(names);
    }

    /** A name, or else the id. */
    public String name(Optional<UUID> person) {
      return person.map(id -> names.getOrDefault(id, id.toString())).orElse("");
    }

    @Override
    public String toString() {
      return "Found[" + lines + "]";
    }
  }

  /** The words that stand in the log for what was done. */
  public List<String> actions(Caller caller, Origin origin) {
    return callers.acting(
        caller,
        origin,
        acting -> acting.asOwner(owner -> owner.createQuery(ACTIONS).mapTo(String.class).list()));
  }

  /**
   * Looks.
   *
   * @param before the number of the last line that was shown; empty: from the end
   */
  public Found find(Caller caller, Origin origin, Words words, OptionalLong before, int limit) {
    return callers.acting(
        caller,
        origin,
        acting -> {
          AuditQuery query =
              new AuditQuery(
                  words.who().map(text -> People.found(acting, text)),
                  words.whom().map(text -> People.found(acting, text)),
                  words.action(),
                  Optional.empty(),
                  words.from(),
                  words.until());
          List<AuditLine> lines =
              acting.asOwner(owner -> AuditTrail.search(owner, query, before, limit));
          return new Found(lines, names(acting, lines));
        });
  }

  private static Map<UUID, String> names(Acting acting, List<AuditLine> lines) {
    Set<UUID> ids =
        lines.stream()
            .flatMap(line -> Stream.of(line.actor(), line.entry().person()))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    Map<UUID, String> names = new HashMap<>();
    acting
        .handle()
        .createQuery("SELECT id, name FROM public.profiles WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, List.copyOf(ids))
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    return names;
  }
}
