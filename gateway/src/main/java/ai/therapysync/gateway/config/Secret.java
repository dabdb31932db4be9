package ai.therapysync.gateway.config;

/** A value that must never be printed. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
