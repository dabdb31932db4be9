package ai.therapysync.persistence.tasks;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.Choices.Choice;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Offered answers as they are stored, sealed: {@code gateway.outbox.choices}. */
public final class OfferJson {
  private OfferJson() {}

  static String write(Offer offer) {
    List<Map<String, String>> choices =
        offer.choices().all().stream()
            .map(
                one -> Map.of("answer", one.answer(), "label", one.label(), "detail", one.detail()))
            .toList();
    return Rows.write(
        Map.of(
            "offer", offer.id().toString(),
            "opener", offer.choices().opener(),
            "choices", choices));
  }

  /** Reads what {@link #write} wrote. */
  public static Offer read(String json) {
    JsonNode offer = Rows.json(json);
    List<Choice> choices = new ArrayList<>();
    for (JsonNode one : offer.path("choices")) {
      choices.add(
          new Choice(
              one.path("answer").asText(),
              one.path("label").asText(),
              one.path("detail").asText()));
    }
    return new Offer(
        Rows.uuid(offer, "offer").orElseThrow(),
        new Choices(offer.path("opener").asText(), choices));
  }
}
