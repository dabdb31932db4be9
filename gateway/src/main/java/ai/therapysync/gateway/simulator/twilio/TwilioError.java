package ai.therapysync.gateway.simulator.twilio;

/** A refusal by the API: HTTP status, Twilio's code, and a sentence. */
final class TwilioError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int code;

  TwilioError(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  /** The sentence, without private words. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
