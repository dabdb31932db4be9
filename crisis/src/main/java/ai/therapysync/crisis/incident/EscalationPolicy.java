package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The rules of the ladder as data that an operator can read, and change for all or for one person:
 * jurisdictions and lives differ.
 */
public record EscalationPolicy(Timing timing, Telling telling, FollowUp followUp) {
  /**
   * How long is waited for what.
   *
   * @param ackTimeout how long a contact has to answer before the next one is asked
   * @param rounds how often all contacts are gone through
   * @param askReachedAfter how long after an acknowledgement the responder is asked whether they
   *     reached the person
   * @param receiptWithin how long a page may lack a receipt where this sender gets receipts
   * @param operatorReminder how often operators are alarmed again while nobody has it
   */
  public record Timing(
      Duration ackTimeout,
      int rounds,
      Duration askReachedAfter,
      Duration receiptWithin,
      Duration operatorReminder) {
    public Timing {
      if (ackTimeout.isNegative() || ackTimeout.isZero() || rounds < 1) {
        throw new IllegalArgumentException("A ladder waits for answers and has at least one round");
      }
    }
  }

  /**
   * Who is told what, and how.
   *
   * @param from the level from which contacts and family are told; below it only operators are
   * @param bySms contacts are asked by SMS
   * @param byMail contacts are asked by mail; at least one of the two is in use
   * @param family households are alerted
   * @param firstName notices carry the person's first name, else only that someone named them
   * @param place who has the incident is told where the person says that they are
   */
  public record Telling(
      RiskLevel from,
      boolean bySms,
      boolean byMail,
      boolean family,
      boolean firstName,
      boolean place) {
    public Telling {
      if (!from.isEmergency() || !(bySms || byMail)) {
        throw new IllegalArgumentException("In an emergency contacts are asked in some way");
      }
    }

    /**
     * From {@code high} up, by both ways, family included, with the first name; without the place,
     * which the person has sent to us and to nobody else.
     */
    public static Telling usual() {
      return new Telling(RiskLevel.HIGH, true, true, true, true, false);
    }
  }

  /**
   * What comes after someone has it.
   *
   * @param checkInAfter how long after the last sign of danger the person is asked how they are,
   *     and asked again without an answer
   * @param checkIns how often they are asked before operators are
   * @param quiet how long nothing dangerous must have been said before an incident ends by itself
   */
  public record FollowUp(Duration checkInAfter, int checkIns, Duration quiet) {
    /** After a day, three times, and 72 quiet hours. */
    public static FollowUp usual() {
      return new FollowUp(Duration.ofHours(24), 3, Duration.ofHours(72));
    }
  }

  /** The contract's figures around the two that are configured. */
  public static EscalationPolicy of(Duration ackTimeout, int rounds) {
    return new EscalationPolicy(
        new Timing(
            ackTimeout,
            rounds,
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15)),
        Telling.usual(),
        FollowUp.usual());
  }

  /**
   * The same with what is said instead, each value as its rule writes it. Nobody is left without
   * any way: what is said for a person may switch off the one that was left for all, and then SMS
   * stays.
   */
  public EscalationPolicy with(Map<PolicyRule, String> said) {
    Map<PolicyRule, String> all = new EnumMap<>(PolicyRule.class);
    for (PolicyRule rule : PolicyRule.values()) {
      all.put(rule, said.getOrDefault(rule, rule.in(this)));
    }
    boolean mail = on(all, PolicyRule.BY_MAIL);
    return new EscalationPolicy(
        new Timing(
            span(all, PolicyRule.ACK_TIMEOUT),
            count(all, PolicyRule.ROUNDS),
            span(all, PolicyRule.ASK_REACHED_AFTER),
            span(all, PolicyRule.RECEIPT_WITHIN),
            span(all, PolicyRule.OPERATOR_REMINDER)),
        new Telling(
            RiskLevel.valueOf(word(all, PolicyRule.PAGES_FROM).toUpperCase(Locale.ROOT)),
            on(all, PolicyRule.BY_SMS) || !mail,
            mail,
            on(all, PolicyRule.FAMILY),
            on(all, PolicyRule.FIRST_NAME),
            on(all, PolicyRule.PLACE)),
        new FollowUp(
            span(all, PolicyRule.CHECK_IN_AFTER),
            count(all, PolicyRule.CHECK_INS),
            span(all, PolicyRule.QUIET)));
  }

  private static Duration span(Map<PolicyRule, String> all, PolicyRule rule) {
    return Duration.parse(word(all, rule));
  }

  private static int count(Map<PolicyRule, String> all, PolicyRule rule) {
    return Integer.parseInt(word(all, rule));
  }

  private static boolean on(Map<PolicyRule, String> all, PolicyRule rule) {
    return word(all, rule).equals("on");
  }

  private static String word(Map<PolicyRule, String> all, PolicyRule rule) {
    return Objects.requireNonNull(all.get(rule), rule.word());
  }
}
