package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request for a list of messages: filters and page. */
record ListQuery(Map<String, String> filters, int page, int size) {
  private static final List<String> FILTERS =
      List.of("To", "From", "DateSent", "DateSent>", "DateSent<");
  private static final int LARGEST_PAGE = 1_000;

  static ListQuery read(Context http) {
    Map<String, String> filters = new TreeMap<>();
    for (String name : FILTERS) {
      value(http, name).ifPresent(value -> filters.put(name, value));
    }
    int page = number(http, "Page", 0);
    int size = Math.clamp(number(http, "PageSize", 50), 1, LARGEST_PAGE);
    return new ListQuery(filters, page, size);
  }

  /**
   * The wanted page, newest first. The order is that of their making: when a message was sent may
   * become known between two pages, and must not move it from one to the other.
   *
   * @param all oldest first
   */
  ObjectNode page(List<SimulatedMessage> all, TwilioJson json) {
    List<SimulatedMessage> found = all.reversed().stream().filter(this::fits).toList();
    String query =
        filters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return json.page(found, page, size, query);
  }

  private boolean fits(SimulatedMessage message) {
    return filters.entrySet().stream()
        .allMatch(filter ->
            switch (filter.getKey()) {
              case "To" -> message.to().equals(filter.getValue());
              case "From" -> message.from().equals(filter.getValue());
              case "DateSent>" -> !at(message).isBefore(Day.of(filter.getValue()).begin());
              case "DateSent<" -> !at(message).isAfter(Day.of(filter.getValue()).end());
              case "DateSent" -> Day.of(filter.getValue()).contains(at(message));
              default -> true;
            });
  }

  /** A message that has not left yet counts by its making, so that nobody sends it again. */
  private static Instant at(SimulatedMessage message) {
    return message.trail().sent().orElse(message.trail().created());
  }

  /** A date means the whole day in UTC, a time only its second; the SDK writes it without zone. */
  private record Day(Instant begin, Instant end) {
    static Day of(String written) {
      try {
        if (written.length() == 10) {
          Instant begin = LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
          return new Day(begin, begin.plusSeconds(86_400).minusMillis(1));
        }
        boolean zoned = written.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})");
        Instant second = OffsetDateTime.parse(zoned ? written : written + "Z").toInstant();
        return new Day(second, second.plusMillis(999));
      } catch (DateTimeException e) {
        throw new TwilioError(400, 20001, "The date is not in ISO 8601 form");
      }
    }

    boolean contains(Instant at) {
      return !at.isBefore(begin) && !at.isAfter(end);
    }
  }

  private static Optional<String> value(Context http, String name) {
    return Optional.ofNullable(http.queryParam(name)).filter(value -> !value.isEmpty());
  }

  private static int number(Context http, String name, int otherwise) {
    return value(http, name)
        .filter(written -> written.matches("[0-9]{1,6}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
