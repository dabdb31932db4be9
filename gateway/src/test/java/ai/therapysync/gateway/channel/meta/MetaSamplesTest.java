package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.gateway.channel.RecordingIntake;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 21, 23, 24 and 28: whole bodies in every shape that Meta's pages on webhooks describe. */
final class MetaSamplesTest {
  private static final String MAYA =
      "[{\"profile\": {\"name\": \"Maya Vale\", \"username\": \"@maya.v\"}, \"wa_id\":"
          + " \"12025550141\", \"user_id\": \"US.77\", \"parent_user_id\": \"US.ENT.7\","
          + " \"identity_key_hash\": \"h=\"}]";
  private static final String HIDDEN =
      "[{\"profile\": {\"name\": \"Maya Vale\", \"username\": \"@maya.v\"}, \"user_id\":"
          + " \"US.77\", \"parent_user_id\": \"US.ENT.7\"}]";
  private static final String FROM =
      "\"from\": \"12025550141\", \"from_user_id\": \"US.77\", \"from_parent_user_id\":"
          + " \"US.ENT.7\", \"id\": \"wamid.1\", \"timestamp\": \"1772366400\", ";

  private final RecordingIntake intake = new RecordingIntake();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Forwarded, and asked about a product of a catalogue.
        "{\"context\": {\"forwarded\": true, \"frequently_forwarded\": true}, \"type\": \"text\","
            + " \"text\": {\"body\": \"see this\"}}|TEXT|see this",
        "{\"context\": {\"from\": \"15550783881\", \"id\": \"wamid.0\", \"referred_product\":"
            + " {\"catalog_id\": \"7\", \"product_retailer_id\": \"x\"}}, \"type\": \"text\","
            + " \"text\": {\"body\": \"what is it?\"}}|TEXT|what is it?",
        // By an advertisement, whose own words are not the person's.
        "{\"referral\": {\"source_url\": \"https://fb.example/1\", \"source_id\": \"1\","
            + " \"source_type\": \"ad\", \"headline\": \"I want to die\", \"body\": \"Do you?\","
            + " \"media_type\": \"image\", \"image_url\": \"https://x.example\", \"ctwa_clid\":"
            + " \"c\", \"welcome_message\": {\"text\": \"Hi\"}}, \"type\": \"text\", \"text\":"
            + " {\"body\": \"hello\"}}|TEXT|hello",
        // In a group: it is still hers, and the answer is for her alone.
        "{\"group_id\": \"g1\", \"type\": \"text\", \"text\": {\"body\": \"all of you\"}}|TEXT|all"
            + " of you",
        "{\"type\": \"audio\", \"audio\": {\"mime_type\": \"audio/ogg; codecs=opus\", \"sha256\":"
            + " \"x=\", \"id\": \"55\", \"url\": \"https://lookaside.example/1\", \"voice\":"
            + " true}}|AUDIO|``",
        "{\"type\": \"sticker\", \"sticker\": {\"mime_type\": \"image/webp\", \"sha256\": \"x=\","
            + " \"id\": \"55\", \"animated\": true}}|STICKER|``",
        "{\"type\": \"order\", \"order\": {\"catalog_id\": \"7\", \"text\": \"for two\","
            + " \"product_items\": [{\"product_retailer_id\": \"x\", \"quantity\": 2,"
            + " \"item_price\": 3.5, \"currency\": \"USD\"}]}}|ORDER|for two",
        "{\"type\": \"edit\", \"edit\": {\"original_message_id\": \"wamid.0\", \"message\":"
            + " {\"context\": {\"id\": \"M0\"}, \"type\": \"image\", \"image\": {\"caption\": \"my"
            + " room\", \"mime_type\": \"image/jpeg\", \"id\": \"55\"}}}}|EDIT|my room",
        "{\"type\": \"revoke\", \"revoke\": {\"original_message_id\": \"wamid.0\"}}|DELETION|``",
        "{\"type\": \"request_welcome\"}|SYSTEM|``",
        "{\"type\": \"interactive\", \"interactive\": {\"type\": \"call_permission_reply\","
            + " \"call_permission_reply\": {\"response\": \"accept\"}}}|UNSUPPORTED|``",
        // What its own reader could not read.
        "{\"type\": \"interactive\"}|UNSUPPORTED|``",
        "{\"type\": \"unsupported\", \"errors\": [{\"code\": 131051, \"title\": \"Message type"
            + " unknown\", \"message\": \"Message type unknown\", \"error_data\": {\"details\":"
            + " \"Message type is currently not supported.\"}}], \"unsupported\": {\"type\":"
            + " \"poll_creation\"}}|UNSUPPORTED|``",
        "{\"type\": \"media_placeholder\"}|UNSUPPORTED|``",
      })
  void rule24EveryDescribedShapeIsRead(String content, MessageType type, String text) {
    InboundMessage message = only(MAYA, content.replaceFirst("\\{", "{" + FROM));
    assertThat(message.from()).isEqualTo(Address.ofSender("+12025550141"));
    assertThat(message.profileName()).contains("Maya Vale");
    assertThat(message.type()).isEqualTo(type);
    assertThat(message.text()).isEqualTo(text);
    assertThat(message.attachments()).hasSize(content.contains("\"sha256\"") ? 1 : 0);
    assertThat(message.about().isPresent()).isEqualTo(content.contains("wamid.0"));
  }

  @Test
  void rule28WhoHidesTheirNumberIsKnownByTheIdTowardsUsAndNotByTheParents() {
    InboundMessage message =
        only(
            HIDDEN,
            "{\"from_user_id\": \"US.77\", \"from_parent_user_id\": \"US.ENT.7\", \"id\":"
                + " \"wamid.1\", \"timestamp\": \"1772366400\", \"type\": \"text\", \"text\":"
                + " {\"body\": \"hello\"}}");
    assertThat(message.from()).isEqualTo(new Address.OfHandle("US.77"));
    assertThat(message.profileName()).contains("Maya Vale");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"from\": \"12025550141\", |{\"type\": \"user_changed_number\", \"body\": \"Maya changed\","
            + " \"wa_id\": \"12025550142\"}|+12025550141",
        // Names nobody but in its words.
        "``|{\"type\": \"user_changed_user_id\", \"body\": \"User changed\", \"user_id\": \"MX.9\","
            + " \"previous_user_id\": \"US.77\"}|US.77",
        "\"from\": \"12025550141\", |{\"type\": \"customer_identity_changed\", \"body\": \"Maya"
            + " changed\", \"identity\": \"h\", \"customer\": \"12025550141\"}|+12025550141",
      })
  void rule24AChangeOfNumberOrIdIsKeptWithWhoChangedIt(String from, String system, String who) {
    // These come without contacts.
    InboundMessage kept =
        only(
            "[]",
            "{" + from + "\"id\": \"wamid.1\", \"type\": \"system\", \"system\": " + system + "}");
    assertThat(kept.type()).isEqualTo(MessageType.SYSTEM);
    assertThat(kept.from().value()).isEqualTo(who);
    assertThat(kept.isQuiet()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "sent, SENT",
    "delivered, DELIVERED",
    "read, READ",
    "failed, FAILED",
    "played, ",
    "deleted, "
  })
  void rule23EveryDescribedStatusIsRead(String word, DeliveryStatus status) {
    post(
        "\"contacts\": "
            + MAYA
            + ", \"statuses\": [{\"id\": \"wamid.9\", \"status\": \""
            + word
            + "\", \"timestamp\": \"1772366401\", \"recipient_user_id\": \"US.77\","
            + " \"recipient_type\": \"group\", \"recipient_participant_id\": \"12025550141\","
            + " \"conversation\": {\"id\": \"c\", \"expiration_timestamp\": \"1772452800\","
            + " \"origin\": {\"type\": \"referral_conversion\"}}, \"pricing\": {\"billable\":"
            + " false, \"pricing_model\": \"PMP\", \"type\": \"free_customer_service\","
            + " \"category\": \"service\"}}]");
    StatusReport report = intake.reports.getFirst();
    assertThat(report.providerId()).isEqualTo("wamid.9");
    assertThat(report.status()).isEqualTo(Optional.ofNullable(status));
    assertThat(report.rawStatus()).isEqualTo(word);
    assertThat(intake.messages).isEmpty();
  }

  @Test
  void rule24AnErrorBesideAMessageKeepsItNotOut() {
    post(
        "\"contacts\": "
            + MAYA
            + ", \"messages\": [{"
            + FROM
            + "\"type\": \"interactive\"}], \"errors\": [{\"code\": 131000, \"title\": \"Something"
            + " went wrong\", \"error_data\": {\"details\": \"Unsupported webhook payload\"}}]");
    assertThat(intake.messages)
        .extracting(InboundMessage::isQuiet)
        .containsExactlyInAnyOrder(false, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smb_message_echoes",
        "smb_app_state_sync",
        "history",
        "user_preferences",
        "user_id_update",
        "calls",
        "flows",
        "security",
        "group_lifecycle_update",
        "account_update",
        "account_alerts",
        "phone_number_quality_update",
        "message_template_status_update",
        "message_template_quality_update"
      })
  void rule21OtherFieldsAreLeftEvenWithMessagesInThem(String field) {
    String body =
        MetaNotes.messages(MetaNotes.text("wamid.1", "12025550141", "an echo"))
            .replace("\"field\": \"messages\"", "\"field\": \"" + field + "\"");
    take(body);
    assertThat(intake.messages).isEmpty();
  }

  private InboundMessage only(String contacts, String message) {
    post("\"contacts\": " + contacts + ", \"messages\": [" + message + "]");
    assertThat(intake.messages).hasSize(1);
    return intake.messages.getFirst();
  }

  private void post(String parts) {
    take(
        """
        {"object": "whatsapp_business_account", "entry": [{"id": "8856996819413533", "changes": [
          {"value": {"messaging_product": "whatsapp", "metadata": {"display_phone_number":
            "15550783881", "phone_number_id": "%s"}, %s}, "field": "messages"}]}]}
        """
            .formatted(MetaDouble.NUMBER_ID, parts));
  }

  private void take(String body) {
    MetaDoor door =
        new MetaDoor(
            MetaDouble.settings(URI.create("http://localhost")),
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")),
            intake);
    assertThat(door.take(MetaNotes.signed(body)).status()).isEqualTo(200);
  }
}
