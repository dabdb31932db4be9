package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers.Entry;
import ai.therapysync.crisis.language.Phrasebook;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what becomes of goals, and shows their list. */
final class GoalTexts {
  private static final int SHOWN_TITLE = 80;

  private final Phrasebook texts = Phrasebook.load(GoalSkill.class, "goals");

  String say(Occasion occasion, String key) {
    return texts.say(occasion.language(), key);
  }

  String say(Occasion occasion, String key, Map<String, String> values) {
    return texts.say(occasion.language(), key, values);
  }

  /** A text about one goal. */
  String about(Occasion occasion, String key, Goal goal) {
    return say(
        occasion,
        key,
        Map.of(
            "title", shown(goal.title()),
            "days", Integer.toString(goal.streak().count()),
            "progress", Figures.show(goal.measure().progress()),
            "target", goal.measure().target().map(Figures::show).orElse(""),
            "date", goal.due().map(due -> day(occasion, due)).orElse("")));
  }

  /** A line for each goal, to choose from. */
  List<Entry> entries(Occasion occasion, List<Goal> goals) {
    return goals.stream()
        .map(goal -> new Entry(shown(goal.title()), String.join(", ", state(occasion, goal))))
        .toList();
  }

  /** A line for each goal, numbered as they may be named. */
  String list(Occasion occasion, List<Goal> goals) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < goals.size(); i++) {
      Goal goal = goals.get(i);
      String line =
          say(
              occasion,
              "list.line",
              Map.of("number", Integer.toString(i + 1), "title", shown(goal.title())));
      List<String> state = state(occasion, goal);
      lines.add(state.isEmpty() ? line : line + " (" + String.join(", ", state) + ")");
    }
    return String.join("\n", lines);
  }

  private List<String> state(Occasion occasion, Goal goal) {
    List<String> state = new ArrayList<>();
    goal.measure().target().ifPresent(_ -> state.add(about(occasion, "list.of", goal)));
    int days = goal.streak().at(occasion.today());
    if (days > 1) {
      state.add(say(occasion, "list.streak", Map.of("days", Integer.toString(days))));
    }
    if (goal.streak().counts(occasion.today())) {
      state.add(say(occasion, "list.done"));
    }
    Optional<LocalDate> due = goal.due();
    due.ifPresent(date ->
        state.add(
            about(occasion, date.isBefore(occasion.today()) ? "list.late" : "list.due", goal)));
    return state;
  }

  /** The date in words, with its year where that is another. */
  private static String day(Occasion occasion, LocalDate date) {
    ULocale locale =
        ULocale.forLocale(occasion.language().locale()).setKeywordValue("numbers", "latn");
    String skeleton = date.getYear() == occasion.today().getYear() ? "EEEEdMMMM" : "dMMMMy";
    DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** As much of a title as an answer bears; others than us may have written a long one. */
  static String shown(String title) {
    String line = title.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN_TITLE ? line : line.substring(0, SHOWN_TITLE - 1) + "…";
  }
}
