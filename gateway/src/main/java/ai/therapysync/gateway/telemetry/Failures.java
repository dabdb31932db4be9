package ai.therapysync.gateway.telemetry;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what failed and where, without the failure's message: messages of libraries quote what they
 * were given, and that may be a person's words.
 */
public final class Failures {
  private static final int CAUSES = 5;
  private static final int FRAMES = 3;

  private Failures() {}

  /** Kind and place of a failure and of its causes, in one line. */
  public static String describe(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES)
        .map(cause -> kind(cause) + places(cause))
        .collect(Collectors.joining(", caused by "));
  }

  /** The failure's class, and PostgreSQL's code where it has one. */
  static String kind(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure instanceof SQLException sql && sql.getSQLState() != null
        ? name + " (SQLSTATE " + sql.getSQLState() + ")"
        : name;
  }

  private static String places(Throwable failure) {
    String places =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("ai.therapysync"))
            .limit(FRAMES)
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .collect(Collectors.joining(" < "));
    return places.isEmpty() ? "" : " at " + places;
  }
}
