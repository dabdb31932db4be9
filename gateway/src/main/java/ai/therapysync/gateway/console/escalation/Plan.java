package ai.therapysync.gateway.console.escalation;

import java.util.List;

/**
 * What the ladder does with some rules, drawn as lines of time.
 *
 * @param level from which danger on, in a word
 * @param summary when operators are alarmed where nobody else comes
 * @param risks what is seldom meant so
 */
public record Plan(String level, String summary, List<Course> courses, List<String> risks) {
  public Plan {
    courses = List.copyOf(courses);
    risks = List.copyOf(risks);
  }

  /**
   * One way in which it may go. Private, since it may name contacts: never printed.
   *
   * @param left how many moments are left out before the last ones
   */
  public record Course(String title, List<Moment> first, int left, List<Moment> last) {
    public Course {
      first = List.copyOf(first);
      last = List.copyOf(last);
    }

    @Override
    public String toString() {
      return "Course[" + title + "]";
    }
  }

  /** What happens at a time after the cry. Private: never printed. */
  public record Moment(String at, List<String> sentences) {
    public Moment {
      sentences = List.copyOf(sentences);
    }

    @Override
    public String toString() {
      return "Moment[" + at + "]";
    }
  }
}
