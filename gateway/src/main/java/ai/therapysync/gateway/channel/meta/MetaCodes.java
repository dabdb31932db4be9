package ai.therapysync.gateway.channel.meta;

import ai.therapysync.gateway.channel.SendOutcome.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Meta's error codes mean for us; the same in an answer and in a status. */
final class MetaCodes {
  /** Too many to this one person. */
  private static final String PAIR = "131056";

  /** Too fast: limits of the app, the account or the number; safe to send again. */
  private static final Set<String> THROTTLED = Set.of("4", "80007", "130429", "131048", PAIR);

  /** Surely not sent, and may be sent again. */
  private static final Set<String> REPEATABLE = Set.of("131053");

  private static final Map<String, Reason> REASONS =
      Stream.of(
              all(Reason.ADDRESS, "131026", "131021", "131030", "130497"),
              all(Reason.WINDOW, "131047", "470"),
              all(
                  Reason.CONTENT,
                  "100",
                  "131008",
                  "131009",
                  "131051",
                  "131052",
                  "132000",
                  "132001",
                  "132005",
                  "132007",
                  "132012",
                  "132015",
                  "132016",
                  "135000"),
              all(
                  Reason.ACCOUNT,
                  "0",
                  "3",
                  "10",
                  "33",
                  "190",
                  "200",
                  "368",
                  "131005",
                  "131031",
                  "131037",
                  "131042",
                  "131045",
                  "133010"))
          .flatMap(reasons -> reasons.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private MetaCodes() {}

  static boolean isThrottled(String code) {
    return THROTTLED.contains(code);
  }

  static boolean isCrowded(String code) {
    return PAIR.equals(code);
  }

  static boolean isRepeatable(String code) {
    return REPEATABLE.contains(code);
  }

  /** Whether a message that failed with this code never gets through to this address. */
  static boolean isPermanent(String code) {
    return REASONS.get(code) == Reason.ADDRESS;
  }

  static Optional<Reason> reason(String code) {
    return Optional.ofNullable(REASONS.get(code));
  }

  private static Map<String, Reason> all(Reason reason, String... codes) {
    return Stream.of(codes).collect(Collectors.toMap(code -> code, _ -> reason));
  }
}
