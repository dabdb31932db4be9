package ai.therapysync.gateway.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The environment's values by kind. A fault is written down and the default is used, so that one
 * reading finds all faults.
 */
final class Values {
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  Values(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  List<String> faults() {
    return faults;
  }

  /** Writes down what is wrong with a variable and what to do about it. */
  void fault(String name, String wrong) {
    faults.add(name + " " + wrong);
  }

  /** The value as it stands; a blank one counts as absent. */
  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  Optional<Secret> secret(String name) {
    return text(name).map(Secret::new);
  }

  /** The names of the variables that are set and begin so, in order. */
  List<String> beginningWith(String prefix) {
    return environment.keySet().stream()
        .filter(name -> name.startsWith(prefix) && isSet(name))
        .sorted()
        .toList();
  }

  boolean isSet(String name) {
    return text(name).isPresent();
  }

  int wholeNumber(String name, int otherwise, int lowest, int highest) {
    return parsed(
            name,
            "must be a whole number from " + lowest + " to " + highest,
            text -> {
              int number = Integer.parseInt(text);
              return number >= lowest && number <= highest ? Optional.of(number) : Optional.empty();
            })
        .orElse(otherwise);
  }

  double rate(String name, double otherwise) {
    return parsed(
            name,
            "must be a number above 0 and at most 10000",
            text -> Optional.of(Double.parseDouble(text)).filter(rate -> rate > 0 && rate <= 1e4))
        .orElse(otherwise);
  }

  Duration duration(String name, Duration otherwise) {
    return parsed(
            name,
            "must be an ISO-8601 duration above zero and at most P7D, such as " + otherwise,
            text ->
                Optional.of(Duration.parse(text))
                    .filter(time -> time.isPositive() && time.compareTo(LONGEST) <= 0))
        .orElse(otherwise);
  }

  /** The same where zero means never. */
  Optional<Duration> pause(String name, Duration otherwise) {
    Duration pause =
        parsed(
                name,
                "must be an ISO-8601 duration of at most P7D, such as "
                    + otherwise
                    + ", or PT0S for never",
                text ->
                    Optional.of(Duration.parse(text))
                        .filter(time -> !time.isNegative() && time.compareTo(LONGEST) <= 0))
            .orElse(otherwise);
    return Optional.of(pause).filter(Duration::isPositive);
  }

  <E extends Enum<E>> E word(String name, Class<E> words, E otherwise) {
    List<String> known =
        Arrays.stream(words.getEnumConstants())
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList();
    return parsed(
            name,
            "must be " + String.join(" or ", known),
            text -> Optional.of(Enum.valueOf(words, text.toUpperCase(Locale.ROOT))))
        .orElse(otherwise);
  }

  /** An {@code http} or {@code https} address, without a slash at its end. */
  Optional<URI> address(String name) {
    return parsed(
        name,
        "must be an address that begins with https:// or http:// and has no user, query or"
            + " fragment",
        Values::webAddress);
  }

  URI address(String name, String otherwise) {
    return address(name).orElse(URI.create(otherwise));
  }

  /** An address without a path: scheme, host and port. */
  Optional<URI> origin(String name) {
    Optional<URI> address = address(name);
    if (address.isPresent() && !address.get().getPath().isEmpty()) {
      fault(
          name, "must be an origin such as https://gateway.example.org: take the path off its end");
    }
    return address;
  }

  Optional<String> matching(String name, String pattern, String rule) {
    return parsed(name, rule, text -> Optional.of(text).filter(it -> it.matches(pattern)));
  }

  <T> Optional<T> parsed(String name, String rule, Function<String, Optional<T>> parser) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value;
    try {
      value = parser.apply(text.get());
    } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
      value = Optional.empty();
    }
    if (value.isEmpty()) {
      fault(name, rule);
    }
    return value;
  }

  private static Optional<URI> webAddress(String text) {
    try {
      URI address = new URI(text.replaceAll("/+$", ""));
      boolean web =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      return Optional.of(address)
          .filter(it -> web && it.getHost() != null && it.getRawUserInfo() == null)
          .filter(it -> it.getRawQuery() == null && it.getRawFragment() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
