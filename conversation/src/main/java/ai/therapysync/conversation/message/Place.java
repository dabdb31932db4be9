package ai.therapysync.conversation.message;

/**
 * A place that a person shared, in degrees, with its label and address where given. Private: never
 * printed.
 */
public record Place(double latitude, double longitude, String label, String address) {
  @Override
  public String toString() {
    return "Place[private]";
  }
}
