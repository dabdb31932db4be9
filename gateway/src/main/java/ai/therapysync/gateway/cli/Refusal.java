package ai.therapysync.gateway.cli;

/** A command that can't be carried out as it was asked for: exit code 2 with this sentence. */
final class Refusal extends RuntimeException {
  Refusal(String message) {
    super(message);
  }
}
