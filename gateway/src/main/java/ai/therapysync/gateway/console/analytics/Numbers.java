package ai.therapysync.gateway.console.analytics;

import ai.therapysync.persistence.figures.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Figures and days in words. */
public final class Numbers {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(1000);
  private static final BigDecimal COARSE_FROM = BigDecimal.TEN;

  private Numbers() {}

  /** With a comma between thousands; the larger, the fewer places behind the point. */
  public static String plain(BigDecimal value) {
    BigDecimal size = value.abs();
    int places = size.compareTo(WHOLE_FROM) >= 0 ? 0 : size.compareTo(COARSE_FROM) >= 0 ? 1 : 2;
    BigDecimal rounded = value.setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
    return "%,.{places}f"
        .replace("{places}", Integer.toString(Math.max(0, rounded.scale())))
        .formatted(rounded);
  }

  /** The same, or a dash. */
  public static String plain(Optional<BigDecimal> value) {
    return value.map(Numbers::plain).orElse("–");
  }

  /** In a unit's words. */
  public static String in(Metric.Unit unit, BigDecimal value) {
    return switch (unit) {
      case COUNT -> plain(value);
      case SECONDS -> seconds(value);
      case SHARE -> plain(value.multiply(HUNDRED)) + " %";
    };
  }

  private static String seconds(BigDecimal value) {
    long whole = value.longValue();
    return whole < 120
        ? plain(value.round(new MathContext(3))) + " s"
        : whole < 7200 ? whole / 60 + " min" : whole / 3600 + " h " + whole / 60 % 60 + " min";
  }

  /** A day, of a date or an instant as ISO writes them; of an instant its hour, too. */
  public static String day(String iso) {
    String day = day(LocalDate.parse(iso.substring(0, 10)));
    return iso.length() > 10 ? day + ", " + iso.substring(11, 16) : day;
  }

  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** How a figure has changed. */
  public static String change(Optional<BigDecimal> now, Optional<BigDecimal> before, int days) {
    if (now.isEmpty()) {
      return "no figures";
    }
    String than = "the %d days before".formatted(days);
    if (before.isEmpty()) {
      return "none of " + than;
    }
    if (before.get().compareTo(now.get()) == 0) {
      return "as in " + than;
    }
    if (before.get().signum() == 0) {
      return "0 in " + than;
    }
    BigDecimal percent =
        now.get()
            .subtract(before.get())
            .multiply(HUNDRED)
            .divide(before.get().abs(), 0, RoundingMode.HALF_UP);
    if (percent.signum() == 0) {
      return "about as in " + than;
    }
    return "%s%s %% on %s"
        .formatted(percent.signum() < 0 ? "−" : "+", percent.abs().toPlainString(), than);
  }
}
