package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes a demo's people. Their ids are the same at every start: what is there already, and what
 * somebody changed or removed since, stays as it is.
 */
public final class Seeds {
  private final Database database;

  /** Into this database. */
  public Seeds(Database database) {
    this.database = database;
  }

  /** All that is sown by {@code work} in one transaction. */
  public void sow(Instant now, Consumer<Sower> work) {
    database.jdbi().useTransaction(handle -> work.accept(new Sower(handle, now)));
  }

  /** An {@code auth.users} row with its {@code profiles} row. Private: never printed. */
  public record Account(UUID id, String email, String name, String language) {
    @Override
    public String toString() {
      return "Account[" + id + "]";
    }
  }

  /** A verified and active {@code whatsapp_integrations} row. Private: never printed. */
  public record Integration(UUID id, UUID user, String number) {
    @Override
    public String toString() {
      return "Integration[" + id + "]";
    }
  }

  /** A {@code whatsapp_config} row; business hours are on when both ends are given. */
  public record Config(
      UUID id,
      UUID user,
      String personality,
      int delaySeconds,
      Optional<LocalTime> start,
      Optional<LocalTime> end,
      String zone) {
    /** {@code business_hours_enabled}. */
    public boolean hours() {
      return start.isPresent() && end.isPresent();
    }
  }

  /** A {@code user_cultural_profiles} row. */
  public record Culture(
      UUID id,
      UUID user,
      String language,
      String background,
      String family,
      String style,
      Optional<String> religion,
      List<String> approaches,
      List<String> sensitivities) {
    public Culture {
      approaches = List.copyOf(approaches);
      sensitivities = List.copyOf(sensitivities);
    }

    /** {@code religious_considerations}. */
    public boolean religious() {
      return religion.isPresent();
    }
  }

  /**
   * An {@code emergency_contacts} row. Private: never printed.
   *
   * @param place in the person's list from 0; the first is the primary one
   */
  public record Contact(
      UUID id,
      UUID user,
      String name,
      Optional<String> number,
      Optional<String> email,
      String relationship,
      int place) {
    /** {@code is_primary}. */
    public boolean primary() {
      return place == 0;
    }

    @Override
    public String toString() {
      return "Contact[" + id + "]";
    }
  }

  /** A {@code conversation_memory} row. */
  public record Memory(
      UUID id,
      UUID user,
      String type,
      String title,
      String content,
      List<String> tags,
      double importance) {
    public Memory {
      tags = List.copyOf(tags);
    }

    @Override
    public String toString() {
      return "Memory[" + id + "]";
    }
  }

  /** A {@code goals} row. */
  public record Goal(
      UUID id,
      UUID user,
      String title,
      String description,
      String category,
      double target,
      double progress,
      int streak,
      int bestStreak,
      Optional<LocalDate> date) {}

  /** A {@code households} row. */
  public record Household(UUID id, String name, UUID holder, String plan, int size) {}

  /** A {@code household_members} row whose invitation is accepted. */
  public record Member(
      UUID id,
      UUID household,
      UUID user,
      UUID inviter,
      String type,
      boolean progress,
      boolean mood,
      boolean alerts) {}
}
