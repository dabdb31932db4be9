package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.Place;
import ai.therapysync.gateway.channel.RecordingIntake;
import ai.therapysync.gateway.channel.Webhook;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 1, 4, 5, 9, 16 and 17: whole forms in the shapes that Twilio's pages describe. */
final class TwilioSamplesTest {
  private static final String SERVICE = "MG00000000000000000000000000000009";

  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void rule01ASecondComingByTheFallbackIsTheSameMessage() {
    Map<String, String> form = sms("hello");
    InboundMessage first = received(form);
    form.put("ErrorCode", "11200");
    form.put("ErrorUrl", "https://gateway.example/webhooks/twilio");
    InboundMessage second = received(form);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void rule04ParametersThatNobodyKnowsAreSignedOverAndLeft() {
    InboundMessage plain = received(sms("hello"));
    Map<String, String> form = sms("hello");
    form.put("ApiVersion", "2010-04-01");
    form.put("FromCity", "SÃO PAULO & \"CO\"");
    form.put("FromZip", "");
    form.put("AddOns", "{\"status\": \"successful\", \"results\": {\"a\": 1}}");
    form.put("ToCountry", "US");
    form.put("Something.New[0]", "x=1&y=2");
    assertThat(received(form)).isEqualTo(plain);

    Webhook.Request signed = Requests.signed(TwilioChannel.MESSAGE_PATH, "", form);
    String signature = signed.header("x-twilio-signature");
    form.remove("ToCountry");
    Webhook.Request without = Requests.signed(TwilioChannel.MESSAGE_PATH, "", form);
    Webhook.Request forged =
        Requests.request(without.path(), "", Requests.FORM, signature, without.body());
    assertThat(take(forged)).isEqualTo(403);
  }

  @Test
  void rule05TheNumberThatWasWrittenToIsFoundWhateverServiceItBelongsTo() {
    Map<String, String> form = sms("hello");
    form.put("MessagingServiceSid", SERVICE);
    form.put("To", "+15005550001");
    assertThat(received(form).sender()).isEqualTo("+15005550001");
  }

  @ParameterizedTest
  @CsvSource({"STOP, Stop please", "START, start", "HELP, help"})
  void rule09WhatTwilioReadsComesWithTheWords(String type, String body) {
    Map<String, String> form = sms(body);
    form.put("OptOutType", type);
    assertThat(received(form).optOutType()).contains(type);
    assertThat(received(form).text()).isEqualTo(body);
  }

  @Test
  void rule16AnAdvertisementsWordsAreNotThePersons() {
    Map<String, String> form = whatsapp("text", "");
    form.put("ReferralBody", "I want to die");
    form.put("ReferralHeadline", "Do you?");
    form.put("ReferralSourceId", "1");
    form.put("ReferralSourceType", "ad");
    form.put("ReferralSourceUrl", "https://fb.example/1");
    form.put("ReferralNumMedia", "1");
    form.put("ReferralMediaUrl0", "https://x.example/1");
    form.put("ReferralMediaContentType0", "image/jpeg");
    form.put("ReferralCtwaClid", "c");
    assertThat(received(form).text()).isEmpty();
    assertThat(received(form).attachments()).isEmpty();
    form.put("Body", "hello");
    assertThat(received(form).text()).isEqualTo("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "image, image/jpeg, my room, IMAGE",
    "audio, audio/ogg, '', AUDIO",
    "video, video/mp4, '', VIDEO",
    "document, application/pdf, letter.pdf, DOCUMENT",
    "sticker, image/webp, '', STICKER",
    "contacts, text/vcard, '', CONTACTS",
  })
  void rule16MediaComeAsTypeAndReference(
      String type, String contentType, String body, MessageType expected) {
    Map<String, String> form = whatsapp(type, body);
    form.put("NumMedia", "1");
    form.put("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1");
    form.put("MediaContentType0", contentType);
    InboundMessage message = received(form);
    assertThat(message.type()).isEqualTo(expected);
    assertThat(message.text()).isEqualTo(body);
    assertThat(message.attachments())
        .containsExactly(new Attachment(form.get("MediaUrl0"), contentType));
  }

  @Test
  void rule16APlaceAButtonAndALineOfAListAreRead() {
    Map<String, String> place = whatsapp("location", "");
    place.put("Latitude", "40.782911");
    place.put("Longitude", "-73.959076");
    place.put("Label", "Museum");
    place.put("Address", "1071 5th Ave");
    assertThat(received(place).place())
        .contains(new Place(40.782911, -73.959076, "Museum", "1071 5th Ave"));

    Map<String, String> button = whatsapp("button", "Yes");
    button.put("ButtonText", "Yes");
    button.put("ButtonPayload", "yes");
    button.put("ButtonType", "QUICK_REPLY");
    button.put("OriginalRepliedMessageSid", "SM0");
    button.put("OriginalRepliedMessageSender", "whatsapp:" + TwilioDouble.WHATSAPP_FROM);
    InboundMessage pressed = received(button);
    assertThat(pressed.type()).isEqualTo(MessageType.BUTTON);
    assertThat(pressed.text()).isEqualTo("Yes");
    assertThat(pressed.about()).contains("SM0");

    Map<String, String> list = whatsapp("interactive", "So so");
    list.put("ListId", "4");
    list.put("ListTitle", "So so");
    list.put("ListDescription", "in the middle");
    assertThat(received(list).type()).isEqualTo(MessageType.LIST);
    assertThat(received(list).text()).isEqualTo("So so");
  }

  @Test
  void rule17AWhatsappSenderWithoutANumberIsKnownByTheirId() {
    Map<String, String> form = whatsapp("text", "hello");
    form.put("From", "whatsapp:US.13491208655302741918");
    form.remove("WaId");
    assertThat(received(form).from()).isEqualTo(new Address.OfHandle("US.13491208655302741918"));
    assertThat(received(form).profileName()).contains("Maya");
  }

  private static Map<String, String> sms(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "US");
    form.put("SmsMessageSid", "SM1");
    form.put("NumMedia", "0");
    form.put("SmsSid", "SM1");
    form.put("SmsStatus", "received");
    form.put("Body", body);
    form.put("To", TwilioDouble.SMS_FROM);
    form.put("NumSegments", "1");
    form.put("MessageSid", "SM1");
    form.put("AccountSid", TwilioDouble.ACCOUNT);
    form.put("From", "+14155550123");
    form.put("ApiVersion", "2010-04-01");
    return form;
  }

  private static Map<String, String> whatsapp(String type, String body) {
    Map<String, String> form = new HashMap<>(sms(body));
    form.put("From", "whatsapp:+14155550123");
    form.put("To", "whatsapp:" + TwilioDouble.WHATSAPP_FROM);
    form.put("WaId", "14155550123");
    form.put("ProfileName", "Maya");
    form.put("MessageType", type);
    form.put("Forwarded", "true");
    form.put("ReferralNumMedia", "0");
    form.put(
        "ChannelMetadata",
        "{\"type\":\"whatsapp\",\"data\":{\"context\":{\"ProfileName\":\"Maya\"}}}");
    return form;
  }

  private InboundMessage received(Map<String, String> form) {
    assertThat(take(Requests.signed(TwilioChannel.MESSAGE_PATH, "", form))).isEqualTo(200);
    return intake.messages.getLast();
  }

  private int take(Webhook.Request request) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    return new TwilioDoor(TwilioDouble.settings(URI.create("http://localhost")), clock, intake)
        .message(request)
        .status();
  }
}
