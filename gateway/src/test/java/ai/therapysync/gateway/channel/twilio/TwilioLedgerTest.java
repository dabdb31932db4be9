package ai.therapysync.gateway.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.gateway.channel.InboundLedger;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 18: what Twilio lists is read as its webhook would have been. */
final class TwilioLedgerTest {
  private static final String MAYA = "+14155550123";
  private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant UNTIL = FROM.plusSeconds(3_600);

  private final TwilioDouble twilio = new TwilioDouble();

  @BeforeEach
  void nothingCameIn() {
    twilio.answers(200, page(List.of(), ""));
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void aThousandAPageAreFollowedAndComeOldestFirst() {
    stub("", page(messages(1_500, 501), MESSAGES_AFTER));
    stub("PA1", page(messages(500, 1), ""));
    List<InboundMessage> missing = missing(all -> all);
    assertThat(missing)
        .extracting(InboundMessage::providerId)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1_500).mapToObj(n -> "SM" + n).toList());
    assertThat(missing.getFirst().receivedAt()).isEqualTo(FROM.plusSeconds(1));
    assertThat(missing.getFirst().sender()).isEqualTo(TwilioDouble.SMS_FROM);
    assertThat(missing.getFirst().channel()).isEqualTo(ChannelName.SMS);
    assertThat(missing.getFirst().text()).isEqualTo("hello");
  }

  @Test
  void rule18EachSenderIsAskedForWithTimesThatHaveAZone() {
    missing(all -> all);
    List<LoggedRequest> asked =
        twilio.server().findAll(getRequestedFor(urlPathEqualTo(TwilioDouble.MESSAGES)));
    assertThat(asked)
        .extracting(request -> request.queryParameter("To").firstValue())
        .containsExactly(TwilioDouble.SMS_FROM, "whatsapp:" + TwilioDouble.WHATSAPP_FROM);
    assertThat(asked)
        .allSatisfy(request -> {
          assertThat(request.queryParameter("DateSent>").firstValue())
              .isEqualTo("2026-03-01T12:00:00Z");
          assertThat(request.queryParameter("DateSent<").firstValue())
              .isEqualTo("2026-03-01T13:00:00Z");
          assertThat(request.queryParameter("PageSize").firstValue()).isEqualTo("1000");
        });
  }

  @Test
  void whatIsKnownOrOursOrOfAnotherTimeIsLeft() {
    stub(
        "",
        page(
            List.of(
                message("SM4", "inbound", 4_000, 0),
                message("SM3", "outbound-api", 300, 0),
                message("SM2", "inbound", 200, 0),
                message("SM1", "inbound", 100, 0),
                message("SM0", "inbound", -100, 0)),
            ""));
    Set<String> asked = new HashSet<>();
    assertThat(
            missing(ids -> {
              asked.addAll(ids);
              return Set.of("SM1");
            }))
        .extracting(InboundMessage::providerId)
        .containsExactly("SM1");
    assertThat(asked).containsExactlyInAnyOrder("SM1", "SM2");
  }

  @Test
  void mediaAreFetchedAsTypeAndReference() {
    stub("", page(List.of(message("MM1", "inbound", 1, 1)), ""));
    String media = TwilioDouble.MESSAGES.replace("Messages.json", "Messages/MM1/Media.json");
    twilio
        .server()
        .stubFor(
            get(urlPathEqualTo(media))
                .willReturn(
                    json(
                        "{\"media_list\": [{\"sid\": \"ME1\", \"content_type\": \"image/jpeg\"}],"
                            + " \"page\": 0}")));
    InboundMessage one = missing(all -> all).getFirst();
    assertThat(one.type()).isEqualTo(MessageType.IMAGE);
    assertThat(one.attachments().getFirst().reference()).endsWith("/Messages/MM1/Media/ME1");
    assertThat(one.attachments().getFirst().contentType()).isEqualTo("image/jpeg");
    assertThat(one.text()).isEqualTo("hello");
  }

  @Test
  void whenMediaCantBeListedTheWordsComeInAllTheSame() {
    stub("", page(List.of(message("MM1", "inbound", 1, 2)), ""));
    twilio
        .server()
        .stubFor(
            get(urlPathEqualTo(
                    TwilioDouble.MESSAGES.replace("Messages.json", "Messages/MM1/Media.json")))
                .willReturn(aResponse().withStatus(404)));
    assertThat(missing(all -> all).getFirst().text()).isEqualTo("hello");
  }

  @Test
  void whatCantBeHadIsAFaultWithoutPrivateWords() {
    twilio.refuses(401, 20003);
    assertThatThrownBy(() -> missing(all -> all))
        .isInstanceOf(InboundLedger.LedgerFault.class)
        .hasMessageContaining("HTTP 401")
        .hasMessageNotContaining(MAYA);
    twilio.answers(200, "not json");
    assertThatThrownBy(() -> missing(all -> all)).isInstanceOf(InboundLedger.LedgerFault.class);
  }

  @Test
  void aListWithoutEndAsksForAShorterTime() {
    twilio.answers(200, page(messages(2, 1), MESSAGES_AFTER));
    assertThatThrownBy(() -> missing(all -> all))
        .isInstanceOf(InboundLedger.TooManyException.class);
  }

  private static final String MESSAGES_AFTER =
      TwilioDouble.MESSAGES + "?To=%2B15005550006&PageSize=1000&PageToken=PA1";

  private List<InboundMessage> missing(UnaryOperator<Set<String>> unknown) {
    return new TwilioLedger(twilio.settings()).missing(FROM, UNTIL, unknown);
  }

  /** The page of our SMS sender; the first one has no token. */
  private void stub(String token, String body) {
    MappingBuilder request =
        get(urlPathEqualTo(TwilioDouble.MESSAGES))
            .withQueryParam("To", equalTo(TwilioDouble.SMS_FROM));
    if (!token.isEmpty()) {
      request = request.withQueryParam("PageToken", equalTo(token));
    }
    twilio.server().stubFor(request.willReturn(json(body)));
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(
      String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private static List<String> messages(int newest, int oldest) {
    return IntStream.rangeClosed(oldest, newest)
        .map(n -> newest + oldest - n)
        .mapToObj(n -> message("SM" + n, "inbound", n, 0))
        .toList();
  }

  private static String message(String id, String direction, int seconds, int media) {
    String at =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .format(FROM.plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    return TwilioDouble.message(id, "received", direction, MAYA, TwilioDouble.SMS_FROM, "hello", at)
        .replace("\"date_sent\": null", "\"date_sent\": \"" + at + "\"")
        .replace("\"num_media\": \"0\"", "\"num_media\": \"" + media + "\"");
  }

  private static String page(List<String> messages, String next) {
    String link = next.isEmpty() ? "null" : "\"" + next + "\"";
    return messages.stream()
        .collect(
            Collectors.joining(
                ",",
                "{\"messages\": [",
                "], \"page\": 0, \"page_size\": 1000, \"uri\": \"/x.json\", \"next_page_uri\": "
                    + link
                    + "}"));
  }
}
