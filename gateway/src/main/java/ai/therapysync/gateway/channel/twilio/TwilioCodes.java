package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.channel.SendOutcome.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Twilio's error codes mean for us; the same in an answer and in a status callback. */
final class TwilioCodes {
  /** Too fast: full queues and limits, safe to send again. */
  private static final Set<String> THROTTLED =
      Set.of("429", "14107", "20429", "21611", "30001", "63018", "63038");

  /** This person can't be reached by this channel. */
  private static final Set<String> ADDRESS =
      Set.of(
          "21211", "21214", "21217", "21265", "21408", "21421", "21612", "21614", "21635", "30004",
          "30005", "30006", "63003", "63024", "63033");

  private static final Set<String> CONTENT =
      Set.of("14103", "21602", "21605", "21617", "21619", "30007", "63005", "63013", "63021");

  /** Our account, credentials, senders and settings. */
  private static final Set<String> ACCOUNT =
      Set.of(
          "20003", "20005", "20404", "21212", "21603", "21606", "21609", "21659", "21660", "21703",
          "30002", "63007");

  private static final Map<String, Reason> REASONS =
      Stream.of(
              all(ADDRESS, Reason.ADDRESS),
              all(CONTENT, Reason.CONTENT),
              all(ACCOUNT, Reason.ACCOUNT),
              all(Set.of("21610"), Reason.OPTED_OUT),
              all(Set.of("63016"), Reason.WINDOW))
          .flatMap(reasons -> reasons.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private TwilioCodes() {}

  static boolean isThrottled(String code) {
    return THROTTLED.contains(code);
  }

  /** Whether a message that failed with this code never gets through to this address. */
  static boolean isPermanent(String code) {
    Reason reason = REASONS.get(code);
    return reason == Reason.ADDRESS || reason == Reason.OPTED_OUT;
  }

  static Optional<Reason> reason(String code) {
    return Optional.ofNullable(REASONS.get(code));
  }

  private static Map<String, Reason> all(Set<String> codes, Reason reason) {
    return codes.stream().collect(Collectors.toMap(code -> code, _ -> reason));
  }
}
