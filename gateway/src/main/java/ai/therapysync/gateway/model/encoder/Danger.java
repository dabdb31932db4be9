package ai.therapysync.gateway.model.encoder;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Subject;
import java.util.Locale;

/** What the head can take a sentence for; the lessons' files are named after it. */
enum Danger {
  NONE(Category.SUICIDE, Subject.SELF),
  SUICIDE(Category.SUICIDE, Subject.SELF),
  SELF_HARM(Category.SELF_HARM, Subject.SELF),
  HARM_OTHERS(Category.HARM_OTHERS, Subject.SELF),
  ABUSE(Category.ABUSE, Subject.SELF),
  PSYCHOSIS(Category.PSYCHOSIS, Subject.SELF),
  MEDICAL(Category.MEDICAL, Subject.SELF),
  /** Somebody else's. */
  WORRY(Category.SUICIDE, Subject.SOMEONE_ELSE);

  private final Category category;
  private final Subject subject;

  Danger(Category category, Subject subject) {
    this.category = category;
    this.subject = subject;
  }

  Category category() {
    return category;
  }

  Subject subject() {
    return subject;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
