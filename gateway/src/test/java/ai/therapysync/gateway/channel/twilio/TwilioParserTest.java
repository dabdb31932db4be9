package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.Place;
import ai.therapysync.gateway.channel.StorableText;
import ai.therapysync.gateway.channel.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioParserTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final TwilioParser parser =
      new TwilioParser(TwilioDouble.settings(URI.create("http://localhost")));

  @Test
  void readsAnSms() {
    InboundMessage message = parsed(Map.of("Body", "I am fine"));
    assertThat(message.channel()).isEqualTo(ChannelName.SMS);
    assertThat(message.from().value()).isEqualTo("+14155550123");
    assertThat(message.sender()).isEqualTo("+15005550006");
    assertThat(message.type()).isEqualTo(MessageType.TEXT);
    assertThat(message.text()).isEqualTo("I am fine");
    assertThat(message.receivedAt()).isEqualTo(NOW);
  }

  @Test
  void rule17AWhatsappSenderIsKnownByNumberAndName() {
    InboundMessage message =
        parsed(
            Map.of(
                "From", "whatsapp:+14155550123",
                "To", "whatsapp:+15005550007",
                "Body", "hi",
                "ProfileName", "Sam 🙂",
                "WaId", "14155550123"));
    assertThat(message.channel()).isEqualTo(ChannelName.WHATSAPP);
    assertThat(message.from()).isInstanceOf(Address.OfNumber.class);
    assertThat(message.from().value()).isEqualTo("+14155550123");
    assertThat(message.sender()).isEqualTo("+15005550007");
    assertThat(message.profileName()).contains("Sam 🙂");
  }

  @Test
  void rule17ASenderWithoutANumberIsAHandle() {
    assertThat(parsed(Map.of("From", "whatsapp:US.134912086553")).from())
        .isEqualTo(new Address.OfHandle("US.134912086553"));
    assertThat(parsed(Map.of("From", "72975")).from()).isEqualTo(new Address.OfHandle("72975"));
    assertThat(parsed(Map.of("From", "AcmeShop")).from()).isInstanceOf(Address.OfHandle.class);
    assertThat(parsed(Map.of("From", "whatsapp:US.1349", "WaId", "14155550123")).from().value())
        .isEqualTo("+14155550123");
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, IMAGE",
    "IMAGE/PNG; x=y, IMAGE",
    "audio/ogg, AUDIO",
    "video/mp4, VIDEO",
    "application/pdf, DOCUMENT",
    "text/vcard, DOCUMENT",
    "image/webp, STICKER",
    "model/gltf, UNSUPPORTED",
    "nonsense, UNSUPPORTED",
    "'', UNSUPPORTED",
    "image/, UNSUPPORTED",
  })
  void rule16MediaAreNamedByTheirContent(String contentType, MessageType type) {
    InboundMessage message =
        parsed(
            Map.of(
                "From", "whatsapp:+14155550123",
                "NumMedia", "1",
                "MediaUrl0", "https://api.example/m",
                "MediaContentType0", contentType));
    assertThat(message.type()).isEqualTo(type);
    assertThat(message.attachments())
        .containsExactly(new Attachment("https://api.example/m", contentType));
  }

  @Test
  void aPictureInWebpBySmsIsAPicture() {
    assertThat(parsed(Map.of("MediaUrl0", "u", "MediaContentType0", "image/webp")).type())
        .isEqualTo(MessageType.IMAGE);
  }

  @Test
  void rule16APlaceAButtonAndAListAreRead() {
    InboundMessage place =
        parsed(Map.of("Latitude", "51.5", "Longitude", "-0.1", "Label", "Home", "Address", "1 A"));
    assertThat(place.type()).isEqualTo(MessageType.LOCATION);
    assertThat(place.place()).contains(new Place(51.5, -0.1, "Home", "1 A"));
    InboundMessage button = parsed(Map.of("ButtonText", "Yes", "ButtonPayload", "y"));
    assertThat(button.type()).isEqualTo(MessageType.BUTTON);
    assertThat(button.text()).isEqualTo("Yes");
    InboundMessage list = parsed(Map.of("ListId", "1", "ListTitle", "Sleep"));
    assertThat(list.type()).isEqualTo(MessageType.LIST);
    assertThat(list.text()).isEqualTo("Sleep");
  }

  @ParameterizedTest
  @CsvSource({"x, y", "91, 0", "0, 181", "NaN, 0", "Infinity, 0", "'', ''", "51.5, ''"})
  void aPlaceThatIsNoneIsNotOne(String latitude, String longitude) {
    InboundMessage message = parsed(Map.of("Latitude", latitude, "Longitude", longitude));
    assertThat(message.place()).isEmpty();
    assertThat(message.type()).isEqualTo(MessageType.UNSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({"stop, STOP", "START, START", "HELP, HELP"})
  void rule09TheProvidersReadingOfStopIsKept(String written, String kept) {
    assertThat(parsed(Map.of("OptOutType", written, "Body", "x")).optOutType()).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "abc", "999999999999", "", "2"})
  void anOddCountOfMediaHurtsNobody(String count) {
    InboundMessage message = parsed(Map.of("NumMedia", count, "Body", "see"));
    assertThat(message.type()).isEqualTo(MessageType.TEXT);
    assertThat(message.text()).isEqualTo("see");
  }

  @Test
  void nothingAtAllIsUnsupported() {
    assertThat(parsed(Map.of()).type()).isEqualTo(MessageType.UNSUPPORTED);
    assertThat(parsed(Map.of("Body", "   ")).text()).isEmpty();
  }

  @Test
  void withoutAnIdOrASenderItIsNoMessage() {
    assertThat(parser.parse(form("From=%2B14155550123&Body=x"), NOW)).isEmpty();
    assertThat(parser.parse(form("MessageSid=SM1&Body=x"), NOW)).isEmpty();
    assertThat(parser.parse(form("MessageSid=%00&From=x"), NOW)).isEmpty();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("🙂".repeat(1_600), "🙂".repeat(1_600)),
        Arguments.of("a\u0000b", "ab"),
        Arguments.of("\u0001\u001b[31m\u202e", "\u0001\u001b[31m\u202e"),
        Arguments.of("line\r\nline", "line\r\nline"),
        Arguments.of("' OR 1=1; --", "' OR 1=1; --"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsEveryTextThatCanBeStored(String sent, String kept) {
    assertThat(parsed(Map.of("Body", sent)).text()).isEqualTo(kept);
  }

  @Test
  void bytesThatAreNoUtf8AreReplaced() {
    InboundMessage message =
        parser.parse(form("MessageSid=SM1&From=x&Body=a%FFb%ED%A0%80"), NOW).orElseThrow();
    assertThat(message.text()).startsWith("a\uFFFDb").doesNotContain("\uD800");
  }

  @Test
  void halvesOfCharactersAreReplaced() {
    assertThat(StorableText.of("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
  }

  @Test
  void ofRepeatedNamesTheFirstCounts() {
    assertThat(parser.parse(form("MessageSid=SM1&From=x&Body=one&Body=two"), NOW).orElseThrow())
        .extracting(InboundMessage::text)
        .isEqualTo("one");
  }

  @Test
  void thousandsOfParametersAreNoTrouble() {
    Map<String, String> many = new HashMap<>();
    IntStream.range(0, 5_000).forEach(i -> many.put("MediaUrl" + i, "u" + i));
    assertThat(parsed(many).attachments()).hasSize(100);
  }

  @Test
  void noFormMakesItThrow() {
    Random random = new Random(7);
    String[] names = {
      "Body",
      "From",
      "To",
      "Latitude",
      "Longitude",
      "NumMedia",
      "MediaUrl0",
      "MediaContentType0",
      "ButtonText",
      "ListId",
      "OptOutType",
      "ProfileName",
      "WaId",
      "MessageType"
    };
    for (int i = 0; i < 2_000; i++) {
      Map<String, String> odd = new HashMap<>();
      for (int n = random.nextInt(8); n > 0; n--) {
        byte[] bytes = new byte[random.nextInt(24)];
        random.nextBytes(bytes);
        odd.put(
            names[random.nextInt(names.length)], new String(bytes, StandardCharsets.ISO_8859_1));
      }
      Optional<InboundMessage> message =
          parser.parse(
              TwilioForm.read(Requests.signed("/webhooks/twilio", "", complete(odd))).orElseThrow(),
              NOW);
      message.ifPresent(m -> assertThat(m.text()).doesNotContain("\u0000"));
    }
  }

  @Test
  void nothingPrivateIsPrinted() {
    Map<String, String> message =
        Map.of("Body", "secret words", "ProfileName", "Sam", "MediaUrl0", "https://x");
    assertThat(parsed(message).toString() + form("Body=secret+words"))
        .doesNotContain("secret", "Sam", "4155550123", "https");
  }

  private InboundMessage parsed(Map<String, String> parameters) {
    Webhook.Request request = Requests.signed("/webhooks/twilio", "", complete(parameters));
    return parser.parse(TwilioForm.read(request).orElseThrow(), NOW).orElseThrow();
  }

  private static Map<String, String> complete(Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>();
    all.put("MessageSid", "SM1");
    all.put("From", "+14155550123");
    all.put("To", "+15005550006");
    all.putAll(parameters);
    return all;
  }

  private static TwilioForm form(String body) {
    return TwilioForm.read(Requests.request("/webhooks/twilio", "", Requests.FORM, "", body))
        .orElseThrow();
  }
}
