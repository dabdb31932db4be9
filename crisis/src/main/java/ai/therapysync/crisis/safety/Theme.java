package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Subject;
import java.util.Locale;

/** What a reply is about: the kind of danger, and whether it is the person's own. */
enum Theme {
  SUICIDE,
  SELF_HARM,
  HARM_OTHERS,
  ABUSE,
  MEDICAL,
  PSYCHOSIS,
  OTHER,
  OTHER_ABUSE,
  OTHER_MEDICAL;

  static Theme of(Category category, Subject subject) {
    boolean other = subject == Subject.SOMEONE_ELSE;
    return switch (category) {
      case SUICIDE -> other ? OTHER : SUICIDE;
      case SELF_HARM -> other ? OTHER : SELF_HARM;
      case HARM_OTHERS -> other ? OTHER_ABUSE : HARM_OTHERS;
      case ABUSE -> other ? OTHER_ABUSE : ABUSE;
      case MEDICAL -> other ? OTHER_MEDICAL : MEDICAL;
      case PSYCHOSIS -> other ? OTHER : PSYCHOSIS;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean medical() {
    return this == MEDICAL || this == OTHER_MEDICAL;
  }

  boolean abuse() {
    return this == ABUSE || this == OTHER_ABUSE;
  }

  /** Whether a line for children and young people fits, too. */
  boolean young() {
    return this == SUICIDE || this == SELF_HARM || this == ABUSE;
  }

  boolean another() {
    return this == OTHER || this == OTHER_ABUSE || this == OTHER_MEDICAL;
  }

  /** Exercises for one's own body come only where they can't stand in the way of help. */
  boolean steadies() {
    return !another() && this != MEDICAL;
  }

  String asks() {
    return another() ? "other" : "self";
  }

  /** The list of later steps. */
  String steps() {
    return switch (this) {
      case SUICIDE, SELF_HARM -> "suicide";
      case HARM_OTHERS, ABUSE, MEDICAL, PSYCHOSIS, OTHER, OTHER_MEDICAL -> word();
      case OTHER_ABUSE -> "other";
    };
  }
}
