package ai.therapysync.gateway.wiring;

/** The embedded database can't be had: held by another gateway, or it does not start. */
public final class EmbeddedDatabaseFault extends RuntimeException {
  public EmbeddedDatabaseFault(String message) {
    super(message);
  }
}
