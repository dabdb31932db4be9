package ai.therapysync.gateway.api.field;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What a field holds; says what is wrong with a value that it does not take. */
public sealed interface Kind {
  /** What is wrong, or nothing; never asked about null. */
  Optional<String> fault(JsonNode value);

  /** How a good value is kept. */
  default JsonNode kept(JsonNode value) {
    return value;
  }

  /** A text with something in it, of so many characters at most. */
  record Text(int most) implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isTextual() && isPlain(value.textValue(), most),
          "must be a text of 1 to " + most + " characters");
    }
  }

  /** One of these words. */
  record Word(List<String> words) implements Kind {
    public Word {
      words = List.copyOf(words);
    }

    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isTextual() && words.contains(value.textValue()),
          "must be one of " + String.join(", ", words));
    }
  }

  /** A whole number. */
  record Whole(long least, long most) implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isIntegralNumber()
              && value.canConvertToLong()
              && value.longValue() >= least
              && value.longValue() <= most,
          "must be a whole number from " + least + " to " + most);
    }
  }

  /** A number, with a fraction or without. */
  record Decimal(BigDecimal least, BigDecimal most) implements Kind {
    /** So many digits behind the point are kept. */
    private static final int DIGITS = 6;

    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isNumber()
              && value.decimalValue().scale() <= DIGITS
              && value.decimalValue().compareTo(least) >= 0
              && value.decimalValue().compareTo(most) <= 0,
          "must be a number from " + least + " to " + most);
    }
  }

  /** True or false. */
  record Flag() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(value.isBoolean(), "must be true or false");
    }
  }

  /** A day of the calendar. */
  record Day() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          parses(value, text -> LocalDate.parse(text).getYear() < 10_000)
              && value.textValue().length() == 10,
          "must be a day such as 2026-12-31");
    }
  }

  /** A time of day. */
  record TimeOfDay() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          parses(
              value,
              text ->
                  LocalTime.parse(text)
                      .equals(LocalTime.parse(text).truncatedTo(ChronoUnit.SECONDS))),
          "must be a time of day such as 09:00");
    }
  }

  /** An instant, with its offset from UTC. */
  record Moment() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          parses(value, text -> Math.abs(OffsetDateTime.parse(text).getYear()) < 10_000),
          "must be a time with its offset such as 2026-12-31T09:00:00Z");
    }
  }

  /** A list of texts. */
  record Texts(int most, int length) implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isArray()
              && value.size() <= most
              && StreamSupport.stream(value.spliterator(), false)
                  .allMatch(item -> item.isTextual() && isPlain(item.textValue(), length)),
          "must be a list of at most " + most + " texts of 1 to " + length + " characters");
    }
  }

  /** An object, of so many bytes at most. */
  record Tree(int most) implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      String written = value.toString();
      return check(
          value.isObject() && written.length() <= most && !written.contains("\\u0000"),
          "must be an object of at most " + most + " characters");
    }
  }

  /** The id of another row. */
  record Reference() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          parses(value, text -> UUID.fromString(text).toString().equalsIgnoreCase(text)),
          "must be an id");
    }
  }

  /** A phone number that is possible. */
  record Phone() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isTextual()
              && value.textValue().length() <= 40
              && PhoneNumber.parse(value.textValue(), "ZZ").isPresent(),
          "must be a phone number with its country code, such as +12025550123");
    }

    @Override
    public JsonNode kept(JsonNode value) {
      return PhoneNumber.parse(value.asText(), "ZZ")
          .<JsonNode>map(number -> TextNode.valueOf(number.e164()))
          .orElse(value);
    }
  }

  /** A mail address. */
  record Mail() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isTextual() && EmailAddress.parse(value.textValue()).isPresent(),
          "must be a mail address");
    }
  }

  /** A language that is spoken here. */
  record Tongue() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isTextual()
              && value.textValue().length() <= 12
              && Language.of(value.textValue()).isPresent(),
          "must be one of en, es, pt, fr, de, zh, hi, ar");
    }
  }

  /** A time zone of the IANA's list. */
  record Zone() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          parses(value, text -> ZoneId.getAvailableZoneIds().contains(text)),
          "must be a time zone such as Europe/Lisbon");
    }
  }

  /** An address on the web. */
  record Web() implements Kind {
    @Override
    public Optional<String> fault(JsonNode value) {
      return check(
          value.isTextual() && value.textValue().length() <= 2_000 && isWeb(value.textValue()),
          "must be an address that begins with https://");
    }

    private static boolean isWeb(String text) {
      try {
        URI address = URI.create(text);
        return "https".equals(address.getScheme()) && address.getHost() != null;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  private static Optional<String> check(boolean holds, String otherwise) {
    return holds ? Optional.empty() : Optional.of(otherwise);
  }

  private static boolean parses(JsonNode value, Predicate<String> reading) {
    try {
      return value.isTextual() && reading.test(value.textValue());
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Something that can be seen in it, nothing that PostgreSQL or a terminal chokes on. */
  private static boolean isPlain(String text, int most) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= most
        && text.codePoints()
            .noneMatch(sign ->
                (Character.isISOControl(sign) && sign != '\n' && sign != '\t' && sign != '\r')
                    || (sign >= 0xD800 && sign <= 0xDFFF));
  }
}
