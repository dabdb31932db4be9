package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.conversation.Messages;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a person wrote that raised an incident, and what was seen in it. */
public final class DangerSigns {
  private static final int MOST = 10;

  /** The one that opened it and the latest of those that followed, oldest first. */
  private static final String LOAD =
      """
      SELECT to_json(r)::text FROM (
        SELECT a.id, a.message_id, a.level, a.categories, a.evidence, a.source, a.created_at
        FROM public.crisis_assessments a JOIN public.crisis_interventions ci ON ci.id = :incident
        WHERE a.user_id = ci.user_id AND (a.id = ci.crisis_assessment_id
          OR a.created_at BETWEEN ci.created_at AND coalesce(ci.completed_at, 'infinity'))
        ORDER BY a.id = ci.crisis_assessment_id DESC, a.created_at DESC LIMIT :most) r
      ORDER BY r.created_at, r.id
      """;

  private final Messages messages;

  /** With what opens messages. */
  public DangerSigns(Messages messages) {
    this.messages = messages;
  }

  /**
   * A message in which danger was seen.
   *
   * @param words empty when it is gone, or not the caller's to read
   * @param takenBack the person took them back or changed them; kept until it is over
   * @param families names of the phrases that were found
   */
  public record Sign(
      Instant at,
      String level,
      List<String> categories,
      List<String> families,
      String source,
      Optional<String> words,
      boolean takenBack) {
    public Sign {
      categories = List.copyOf(categories);
      families = List.copyOf(families);
    }

    @Override
    public String toString() {
      return "Sign[private]";
    }
  }

  /** Reads them; each message that is opened is a line of the audit log. */
  public List<Sign> of(Acting acting, UUID incident, UUID person) {
    List<JsonNode> rows =
        acting
            .handle()
            .createQuery(LOAD)
            .bind("incident", incident)
            .bind("most", MOST)
            .mapTo(String.class)
            .map(Rows::json)
            .list();
    return rows.stream().map(row -> sign(acting, person, row)).toList();
  }

  private Sign sign(Acting acting, UUID person, JsonNode row) {
    List<String> families = new ArrayList<>();
    row.path("evidence").forEach(one -> families.add(one.path("family").asText()));
    Optional<UUID> message =
        Rows.uuid(row, "message_id")
            .filter(_ -> acting.caller().may(Permission.READ_CONVERSATIONS));
    Optional<String> words =
        message
            .flatMap(id -> messages.find(acting, person, id))
            .flatMap(found -> Rows.text(found, "content"))
            .filter(said -> !said.isBlank());
    Optional<String> kept =
        words.isPresent()
            ? Optional.empty()
            : message.flatMap(id -> messages.takenBack(acting, person, id));
    return new Sign(
        Rows.instant(row, "created_at").orElse(Instant.EPOCH),
        row.path("level").asText(),
        Rows.texts(row, "categories"),
        families.stream().filter(family -> !family.isBlank()).distinct().toList(),
        row.path("source").asText(),
        words.or(() -> kept),
        kept.isPresent());
  }
}
