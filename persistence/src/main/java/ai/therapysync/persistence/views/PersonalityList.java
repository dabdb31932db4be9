package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The voices in a list, each with how many people it answers. Whoever may write voices sees no
 * person; how many they are is counted for them.
 */
public final class PersonalityList {
  private static final String LIST =
      """
      SELECT t.id, t.name, t.title, t.approach, coalesce(t.color_scheme, '') AS colour,
        coalesce(t.is_active, true) AS active
      FROM public.therapist_personalities t
      WHERE (:sought = '' OR position(lower(:sought) IN lower(concat_ws(' ', t.name, t.title,
          t.approach, t.communication_style, array_to_string(t.specialties, ' ')))) > 0)
        AND (:state = '' OR coalesce(t.is_active, true) = (:state = 'active'))
        AND (CAST(:after AS uuid) IS NULL
          OR (NOT coalesce(t.is_active, true), lower(t.name), t.id) > (
            SELECT NOT coalesce(a.is_active, true), lower(a.name), a.id
            FROM public.therapist_personalities a WHERE a.id = CAST(:after AS uuid)))
      ORDER BY NOT coalesce(t.is_active, true), lower(t.name), t.id LIMIT :limit
      """;

  /** Grouped as it is written first: there are far fewer spellings than people. */
  private static final String PEOPLE =
      """
      SELECT lower(trim(w.written)) AS id, sum(w.people) AS people
      FROM (SELECT c.ai_personality_id AS written, count(*) AS people
        FROM public.whatsapp_config c WHERE c.ai_personality_id <> 'default' GROUP BY 1) w
      GROUP BY 1
      """;

  private PersonalityList() {}

  /**
   * A voice.
   *
   * @param colour {@code color_scheme} as it stands
   * @param active whether it can be chosen
   * @param people who have chosen it
   */
  public record Line(
      UUID id,
      String name,
      String title,
      String approach,
      String colour,
      boolean active,
      long people) {}

  /** A part of the list, and whether there is more. */
  public record Found(List<Line> lines, boolean more) {
    public Found {
      lines = List.copyOf(lines);
    }
  }

  /** Which are looked for: by words of theirs (blank: all), and whether they can be chosen. */
  public record Sought(String words, Optional<Boolean> active) {}

  /**
   * Those that can be chosen first, by their names.
   *
   * @param after the last one of the part before
   */
  public static Found list(Acting acting, Sought sought, int limit, Optional<UUID> after) {
    Map<String, Long> people = people(acting);
    List<Line> lines =
        acting
            .handle()
            .createQuery(LIST)
            .bind("sought", sought.words().strip())
            .bind("state", sought.active().map(it -> it ? "active" : "retired").orElse(""))
            .bind("after", after.map(UUID::toString).orElse(null))
            .bind("limit", limit + 1)
            .map((row, _) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Line(
                  id,
                  row.getString("name"),
                  row.getString("title"),
                  row.getString("approach"),
                  row.getString("colour"),
                  row.getBoolean("active"),
                  people.getOrDefault(id.toString(), 0L));
            })
            .list();
    boolean more = lines.size() > limit;
    return new Found(more ? lines.subList(0, limit) : lines, more);
  }

  /** How many people have chosen this one. */
  public static long people(Acting acting, UUID personality) {
    return people(acting).getOrDefault(personality.toString(), 0L);
  }

  private static Map<String, Long> people(Acting acting) {
    return acting.asOwner(owner -> {
      Map<String, Long> people = new HashMap<>();
      owner
          .createQuery(PEOPLE)
          .map((row, _) -> Map.entry(row.getString("id"), row.getLong("people")))
          .forEach(entry -> people.put(entry.getKey(), entry.getValue()));
      return people;
    });
  }
}
