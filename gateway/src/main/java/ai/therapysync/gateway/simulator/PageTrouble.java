package ai.therapysync.gateway.simulator;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Trouble;
import ai.therapysync.gateway.simulator.network.Trouble.Often;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong, in the shape of the page's JSON.
 *
 * @param number null for all phones
 * @param provider null for both
 * @param often {@code always}, {@code next} or {@code chance}
 * @param amount how many times, or in a hundred; null for always
 */
record PageTrouble(
    String fault,
    @Nullable String number,
    @Nullable String provider,
    String often,
    @Nullable Double amount) {

  /** A fault that the page may choose, and where it can happen. */
  record Kind(String word, String direction, List<String> providers) {
    static Kind of(Fault fault) {
      return new Kind(
          fault.word(),
          fault.direction().word(),
          fault.providers().stream().map(Provider::word).sorted().toList());
    }
  }

  static PageTrouble of(Trouble trouble) {
    String fault = trouble.fault().word();
    String number = trouble.phone().orElse(null);
    String provider = trouble.provider().map(Provider::word).orElse(null);
    return switch (trouble.often()) {
      case Often.Always _ -> new PageTrouble(fault, number, provider, "always", null);
      case Often.Next(int times) ->
          new PageTrouble(fault, number, provider, "next", (double) times);
      case Often.Chance(double percent) ->
          new PageTrouble(fault, number, provider, "chance", percent);
    };
  }

  /** What the page asks for; without {@code often} it is for always. */
  static Trouble read(JsonNode body) {
    try {
      return new Trouble(fault(body), provider(body), number(body), often(body));
    } catch (IllegalArgumentException e) {
      throw new PageOrders.Refused(422, String.valueOf(e.getMessage()));
    }
  }

  static Fault fault(JsonNode body) {
    String word = body.path("fault").asText("");
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new PageOrders.Refused(422, "There is no such fault"));
  }

  private static Optional<Provider> provider(JsonNode body) {
    return switch (body.path("provider").asText("")) {
      case "" -> Optional.empty();
      case "twilio" -> Optional.of(Provider.TWILIO);
      case "meta" -> Optional.of(Provider.META);
      default -> throw new PageOrders.Refused(422, "The provider is twilio or meta");
    };
  }

  private static Optional<String> number(JsonNode body) {
    return body.path("number").asText("").isEmpty()
        ? Optional.empty()
        : Optional.of(PageOrders.number(body, "number"));
  }

  private static Often often(JsonNode body) {
    JsonNode amount = body.path("amount");
    return switch (body.path("often").asText("always")) {
      case "always" -> new Often.Always();
      case "next" -> new Often.Next(amount.asInt());
      case "chance" -> new Often.Chance(amount.asDouble());
      default -> throw new PageOrders.Refused(422, "It happens always, next or by chance");
    };
  }
}
