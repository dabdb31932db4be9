package ai.therapysync.persistence.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A figure that there is for each day. */
public enum Figure {
  TOTAL_PEOPLE(Source.PLATFORM, "total_users", Summary.LATEST),
  ACTIVE_PEOPLE(Source.PLATFORM, "active_users", Summary.MEAN),
  SIGNUPS(Source.PLATFORM, "new_signups", Summary.TOTAL),
  SESSIONS(Source.PLATFORM, "total_sessions", Summary.TOTAL),
  SESSION_LENGTH(Source.PLATFORM, "average_session_duration", Summary.MEAN),
  QUESTIONNAIRES(Source.PLATFORM, "total_assessments", Summary.TOTAL),
  CRISES(Source.PLATFORM, "crisis_interventions", Summary.TOTAL),

  ALL_PEOPLE(Source.BEHAVIOR, "people", Summary.MEAN),
  ALL_SESSIONS(Source.BEHAVIOR, "sessions", Summary.TOTAL),
  ALL_MINUTES(Source.BEHAVIOR, "session_minutes", Summary.TOTAL),
  ALL_GOALS_CREATED(Source.BEHAVIOR, "goals_created", Summary.TOTAL),
  ALL_GOALS_COMPLETED(Source.BEHAVIOR, "goals_completed", Summary.TOTAL),
  ALL_QUESTIONNAIRES(Source.BEHAVIOR, "assessments", Summary.TOTAL),
  ALL_MOOD_ENTRIES(Source.BEHAVIOR, "mood_entries", Summary.TOTAL),
  ALL_MOOD(Source.BEHAVIOR, "average_mood", Summary.MEAN),
  ALL_ENGAGEMENT(Source.BEHAVIOR, "engagement", Summary.MEAN),
  ALL_RETENTION(Source.BEHAVIOR, "retention", Summary.MEAN),

  OWN_SESSIONS(Source.PERSON, "sessions_count", Summary.TOTAL),
  OWN_MINUTES(Source.PERSON, "total_session_minutes", Summary.TOTAL),
  OWN_GOALS_CREATED(Source.PERSON, "goals_created", Summary.TOTAL),
  OWN_GOALS_COMPLETED(Source.PERSON, "goals_completed", Summary.TOTAL),
  OWN_QUESTIONNAIRES(Source.PERSON, "assessments_taken", Summary.TOTAL),
  OWN_MOOD_ENTRIES(Source.PERSON, "mood_entries", Summary.TOTAL),
  OWN_MOOD(Source.PERSON, "average_mood", Summary.MEAN),
  OWN_ENGAGEMENT(Source.PERSON, "engagement_score", Summary.MEAN),
  OWN_RETENTION(Source.PERSON, "retention_score", Summary.MEAN);

  private final Source source;
  private final String column;
  private final Summary summary;

  Figure(Source source, String column, Summary summary) {
    this.source = source;
    this.column = column;
    this.summary = summary;
  }

  /** Where it comes from. */
  public enum Source {
    PLATFORM,
    BEHAVIOR,
    PERSON
  }

  /** What a span of days comes to. */
  public enum Summary {
    TOTAL,
    MEAN,
    LATEST
  }

  public Summary summary() {
    return summary;
  }

  /** The column's name, in a file too. */
  public String column() {
    return column;
  }

  /** By what each day counts in a mean: a day of one talk says less than a day of a hundred. */
  Optional<Figure> weight() {
    return switch (this) {
      case SESSION_LENGTH -> Optional.of(SESSIONS);
      case ALL_MOOD -> Optional.of(ALL_MOOD_ENTRIES);
      case ALL_ENGAGEMENT, ALL_RETENTION -> Optional.of(ALL_PEOPLE);
      case OWN_MOOD -> Optional.of(OWN_MOOD_ENTRIES);
      default -> Optional.empty();
    };
  }

  /** Those of one source, in their order. */
  public static List<Figure> of(Source source) {
    return Arrays.stream(values()).filter(figure -> figure.source == source).toList();
  }
}
