package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.PersonChange;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a person decides about how they are talked with. */
final class PersonChangeRows {
  private PersonChangeRows() {}

  static void write(Handle handle, UUID person, PersonChange change, Instant now) {
    switch (change) {
      case PersonChange.PersonalityChosen chosen ->
          handle
              .createUpdate(
                  "INSERT INTO public.whatsapp_config (user_id, ai_personality_id, created_at)"
                      + " VALUES (:user, :personality, :now)"
                      + " ON CONFLICT (user_id) DO UPDATE SET ai_personality_id = :personality")
              .bind("user", person)
              .bind("personality", chosen.personality())
              .bind("now", Rows.at(now))
              .execute();
      case PersonChange.LanguageChosen chosen ->
          handle
              .createUpdate(
                  "UPDATE public.profiles SET preferred_language = :language WHERE id = :user")
              .bind("user", person)
              .bind("language", chosen.language().code())
              .execute();
    }
  }
}
