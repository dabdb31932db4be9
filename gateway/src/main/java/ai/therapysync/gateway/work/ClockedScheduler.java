package ai.therapysync.gateway.work;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Builds a scheduler whose idea of "due" is our clock. */
final class ClockedScheduler extends SchedulerBuilder {
  ClockedScheduler(DataSource dataSource, List<Task<?>> tasks, InstantSource clock) {
    super(dataSource, tasks);
    this.clock = clock::instant;
  }
}
