package ai.therapysync.gateway.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL server that {@code postmaster.pid} speaks of.
 *
 * @param ready whether it takes connections
 */
record Postmaster(long pid, Path directory, int port, boolean ready) {
  private static final int PID = 0;
  private static final int PORT = 3;
  private static final int STATE = 7;

  /** What the file in this directory says; the process may be long gone. */
  static Optional<Postmaster> of(Path directory) {
    Path file = directory.resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file).stream().map(String::strip).toList();
      boolean ready = lines.size() > STATE && lines.get(STATE).equals("ready");
      int port = lines.size() > PORT ? Integer.parseInt(lines.get(PORT)) : 0;
      return Optional.of(new Postmaster(Long.parseLong(lines.get(PID)), directory, port, ready));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Whether the process lives and is PostgreSQL on this very directory, not a later one's pid. */
  boolean isRunning() {
    return !isZombie()
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(ProcessHandle::info)
            .flatMap(ProcessHandle.Info::commandLine)
            .filter(line -> line.contains("postgres") && line.contains(directory.toString()))
            .isPresent();
  }

  /**
   * Stops it as PostgreSQL's "fast" mode does: open transactions are rolled back, the rest is
   * written.
   */
  void stop(Duration patience) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new EmbeddedDatabaseFault(
          "A PostgreSQL (process "
              + pid
              + ") still runs on "
              + directory
              + ": stop it, then start again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!Waiting.until(() -> !isRunning(), patience)) {
      throw new EmbeddedDatabaseFault(
          "A PostgreSQL (process "
              + pid
              + ") on "
              + directory
              + " does not stop: end it, then start again");
    }
  }

  /** Takes away the file of a server that is gone, which would keep the next from starting. */
  void forget() {
    try {
      Files.deleteIfExists(directory.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new EmbeddedDatabaseFault(
          directory.resolve("postmaster.pid") + " is left from a server that is gone: remove it");
    }
  }

  /** Dead, but still in the process table because its parent has not looked after it. */
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      return false;
    }
  }
}
