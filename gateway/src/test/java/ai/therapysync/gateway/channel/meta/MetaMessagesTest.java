package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.Place;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.RecordingIntake;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 24, 25 and 28 of the providers: each type of message, and the statuses. */
final class MetaMessagesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String MAYA = "12025550141";

  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void aTextHasItsSenderOursTheNameAndBothTimes() {
    InboundMessage message = only(MetaNotes.text("wamid.1", MAYA, "can't sleep"));
    assertThat(message.provider()).isEqualTo(Provider.META);
    assertThat(message.channel()).isEqualTo(ChannelName.WHATSAPP);
    assertThat(message.providerId()).isEqualTo("wamid.1");
    assertThat(message.from()).isEqualTo(Address.ofSender("+12025550141"));
    assertThat(message.sender()).isEqualTo(MetaDouble.NUMBER_ID);
    assertThat(message.type()).isEqualTo(MessageType.TEXT);
    assertThat(message.text()).isEqualTo("can't sleep");
    assertThat(message.profileName()).contains("Maya Vale");
    assertThat(message.sentAt()).contains(Instant.ofEpochSecond(1_772_366_400));
    assertThat(message.receivedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "image, IMAGE",
    "audio, AUDIO",
    "video, VIDEO",
    "document, DOCUMENT",
    "sticker, STICKER"
  })
  void rule24MediaAreReferencesWithTheirCaption(String type, MessageType expected) {
    InboundMessage message =
        only(
            MetaNotes.message(
                "wamid.1",
                MAYA,
                type,
                """
                {"caption": "my room", "mime_type": "a/b; codecs=opus", "sha256": "x",
                 "id": "1003383421387256", "filename": "room.x", "voice": true}
                """));
    assertThat(message.type()).isEqualTo(expected);
    assertThat(message.text()).isEqualTo("my room");
    assertThat(message.attachments())
        .containsExactly(new Attachment("1003383421387256", "a/b; codecs=opus"));
  }

  @Test
  void rule24ALocationIsAPlace() {
    InboundMessage message =
        only(
            MetaNotes.message(
                "wamid.1",
                MAYA,
                "location",
                """
                {"address": "1071 5th Ave", "latitude": 40.782910059774, "longitude": -73.959075808525,
                 "name": "Guggenheim", "url": "https://www.guggenheim.org/"}
                """));
    assertThat(message.type()).isEqualTo(MessageType.LOCATION);
    assertThat(message.place())
        .contains(new Place(40.782910059774, -73.959075808525, "Guggenheim", "1071 5th Ave"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interactive|{\"type\": \"button_reply\", \"button_reply\": {\"id\": \"y\", \"title\":"
            + " \"Yes\"}}|BUTTON|Yes",
        "interactive|{\"type\": \"list_reply\", \"list_reply\": {\"id\": \"4\", \"title\": \"Four\","
            + " \"description\": \"so so\"}}|LIST|Four",
        "interactive|{\"type\": \"nfm_reply\", \"nfm_reply\": {\"name\": \"flow\", \"body\":"
            + " \"Sent\", \"response_json\": \"{}\"}}|TEXT|Sent",
        "interactive|{\"type\": \"new_reply\"}|UNSUPPORTED|''",
        "button|{\"payload\": \"p\", \"text\": \"Unsubscribe\"}|BUTTON|Unsubscribe",
        "button|{\"payload\": \"p\"}|BUTTON|p",
        "reaction|{\"message_id\": \"wamid.0\", \"emoji\": \"\uD83D\uDC4D\"}|REACTION|\uD83D\uDC4D",
        "reaction|{\"message_id\": \"wamid.0\"}|REACTION|''",
        "order|{\"catalog_id\": \"7\", \"text\": \"two, please\", \"product_items\": []}|ORDER|two,"
            + " please",
        "system|{\"body\": \"Maya changed\", \"wa_id\": \"12025550142\", \"type\":"
            + " \"user_changed_number\"}|SYSTEM|Maya changed",
        "edit|{\"original_message_id\": \"wamid.0\", \"message\": {\"type\": \"text\", \"text\":"
            + " {\"body\": \"better\"}}}|EDIT|better",
        "revoke|{\"original_message_id\": \"wamid.0\"}|DELETION|''",
        "contacts|[{\"name\": {\"formatted_name\": \"Tom\"}, \"phones\": [{\"phone\":"
            + " \"+1\"}]}]|CONTACTS|''",
        "unsupported|{\"type\": \"video_note\"}|UNSUPPORTED|''",
        "hologram|{\"id\": \"1\"}|UNSUPPORTED|''",
      })
  void rule24EveryTypeIsRead(String type, String content, MessageType expected, String text) {
    InboundMessage message = only(MetaNotes.message("wamid.1", MAYA, type, content));
    assertThat(message.type()).isEqualTo(expected);
    assertThat(message.text()).isEqualTo(text);
    assertThat(message.isQuiet())
        .isEqualTo(
            expected == MessageType.REACTION
                || expected == MessageType.SYSTEM
                || expected == MessageType.DELETION);
    if (content.contains("wamid.0")) {
      assertThat(message.about()).contains("wamid.0");
    }
  }

  @Test
  void rule24ErrorsAreKeptThoughNobodySentThem() {
    post(MetaNotes.value("\"errors\": [{\"code\": 130429, \"title\": \"Rate limit hit\"}]"));
    assertThat(intake.messages)
        .singleElement()
        .matches(InboundMessage::isQuiet)
        .matches(message -> message.type() == MessageType.UNSUPPORTED)
        .matches(message -> message.providerId().startsWith("sha256:"));
  }

  @Test
  void anAnswerNamesTheMessageThatItAnswers() {
    InboundMessage message =
        only(
            MetaNotes.text("wamid.1", MAYA, "yes")
                .replaceFirst(
                    "\\{", "{\"context\": {\"from\": \"15550783881\", \"id\": \"wamid.0\"},"));
    assertThat(message.about()).contains("wamid.0");
  }

  @Test
  void wordsCountInDangerWhateverTheMessageSaysOfItsType() {
    InboundMessage message =
        only(
            "{\"id\": \"wamid.1\", \"from\": \"12025550141\", \"type\": 7, \"text\":"
                + " {\"body\": \"I want to die\"}}");
    assertThat(message.text()).isEqualTo("I want to die");
    assertThat(message.type()).isEqualTo(MessageType.UNSUPPORTED);
  }

  @Test
  void rule28WhoHidesTheirNumberIsKnownByTheirId() {
    post(
        MetaNotes.messages(
                "{\"id\": \"wamid.1\", \"from_user_id\": \"US.13491208655302741918\","
                    + " \"type\": \"text\", \"text\": {\"body\": \"hello\"}}")
            .replace("\"wa_id\": \"12025550141\"", "\"user_id\": \"US.13491208655302741918\""));
    InboundMessage message = intake.messages.getFirst();
    assertThat(message.from()).isEqualTo(new Address.OfHandle("US.13491208655302741918"));
    assertThat(message.profileName()).contains("Maya Vale");
    assertThat(message.isQuiet()).isFalse();
  }

  @Test
  void rule28TheContactTellsWhereTheMessageDoesNot() {
    InboundMessage message = only("{\"id\": \"wamid.1\", \"text\": {\"body\": \"hello\"}}");
    assertThat(message.from()).isEqualTo(Address.ofSender("+12025550141"));
  }

  @Test
  void oneWithoutAnIdHasTheSameNameWheneverItComes() {
    post(MetaNotes.messages("{\"from\": \"1\"}", "{\"from\": \"1\"}", "{\"from\": \"2\"}"));
    assertThat(intake.messages).extracting(InboundMessage::providerId).doesNotContain("");
    assertThat(intake.messages)
        .extracting(InboundMessage::providerId)
        .hasSize(3)
        .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(2));
  }

  @Test
  void whatIsLongerThanAnIdCanBeFitsIntoTheIndexAllTheSame() {
    String endless = "x".repeat(5_000);
    InboundMessage message = only(MetaNotes.text(endless, endless, "y".repeat(100_000)));
    assertThat(message.providerId()).hasSizeLessThan(100);
    assertThat(message.from().value()).isEqualTo("+12025550141");
    assertThat(message.text()).hasSize(65_536);
  }

  @ParameterizedTest
  @CsvSource({"sent, SENT", "delivered, DELIVERED", "read, READ", "accepted, QUEUED"})
  void aStatusCarriesOurId(String word, DeliveryStatus status) {
    UUID ours = UUID.randomUUID();
    StatusReport report = report(MetaNotes.status("wamid.9", word, ours.toString()));
    assertThat(report.outboundId()).contains(new OutboundId(ours));
    assertThat(report.provider()).isEqualTo(Provider.META);
    assertThat(report.providerId()).isEqualTo("wamid.9");
    assertThat(report.status()).contains(status);
    assertThat(report.errorCode()).isEmpty();
  }

  @Test
  void anUnknownStatusIsKeptAndSaysNothing() {
    StatusReport report = report(MetaNotes.status("wamid.9", "played", "not an id"));
    assertThat(report.status()).isEmpty();
    assertThat(report.rawStatus()).isEqualTo("played");
    assertThat(report.outboundId()).isEmpty();
    assertThat(report("{\"id\": 5, \"status\": [], \"errors\": 5}").rawStatus())
        .isEqualTo("unsupported");
  }

  @ParameterizedTest
  @CsvSource({
    "131056, true, false", "130429, true, false", "4, true, false", "131053, true, false",
    "131026, false, true", "131047, false, false", "190, false, false", "131000, false, false"
  })
  void rule25AFailureIsReadByItsCode(int code, boolean throttled, boolean permanent) {
    StatusReport report = report(MetaNotes.failed("wamid.9", code, ""));
    assertThat(report.status()).contains(DeliveryStatus.FAILED);
    assertThat(report.errorCode()).contains(Integer.toString(code));
    assertThat(report.throttled()).isEqualTo(throttled);
    assertThat(report.permanent()).isEqualTo(permanent);
  }

  @Test
  void nothingPrivateIsPrinted() {
    InboundMessage message = only(MetaNotes.text("wamid.1", MAYA, "can't sleep"));
    assertThat(message.toString()).doesNotContain("sleep", MAYA, "Maya");
  }

  private InboundMessage only(String message) {
    post(MetaNotes.messages(message));
    assertThat(intake.messages).hasSize(1);
    return intake.messages.getFirst();
  }

  private StatusReport report(String status) {
    post(MetaNotes.statuses(status));
    return intake.reports.getLast();
  }

  private void post(String body) {
    assertThat(
            new MetaDoor(
                    MetaDouble.settings(URI.create("http://localhost")),
                    InstantSource.fixed(NOW),
                    intake)
                .take(MetaNotes.signed(body))
                .status())
        .isEqualTo(200);
  }
}
