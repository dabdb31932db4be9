package ai.therapysync.gateway.story;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Notes every statement. */
final class Statements implements SqlLogger {
  private final Queue<String> noted = new ConcurrentLinkedQueue<>();

  @Override
  public void logBeforeExecution(StatementContext context) {
    noted.add(String.valueOf(context.getRawSql()));
  }

  void forget() {
    noted.clear();
  }

  List<String> all() {
    return List.copyOf(noted);
  }
}
