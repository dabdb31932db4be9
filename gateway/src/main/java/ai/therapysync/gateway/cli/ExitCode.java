package ai.therapysync.gateway.cli;

/** What a command tells the shell. */
final class ExitCode {
  static final int DONE = 0;
  static final int FOUND_WRONG = 1;
  static final int BAD_USAGE = 2;

  private ExitCode() {}
}
