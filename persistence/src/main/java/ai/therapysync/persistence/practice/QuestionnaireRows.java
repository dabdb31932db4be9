package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.QuestionnaireChange;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Questionnaires: rows of {@code assessments}. */
final class QuestionnaireRows {
  private QuestionnaireRows() {}

  static void write(Handle handle, UUID person, QuestionnaireChange change, Instant now) {
    switch (change) {
      case QuestionnaireChange.Scored scored ->
          handle
              .createUpdate(
                  "INSERT INTO public.assessments (user_id, instrument, answers, score, severity,"
                      + " created_at) VALUES (:user, :instrument, CAST(:answers AS jsonb), :score,"
                      + " :severity, :now)")
              .bind("user", person)
              .bind("instrument", scored.instrument())
              .bind("answers", Rows.write(scored.answers()))
              .bind("score", scored.score())
              .bind("severity", scored.severity())
              .bind("now", Rows.at(now))
              .execute();
    }
  }
}
