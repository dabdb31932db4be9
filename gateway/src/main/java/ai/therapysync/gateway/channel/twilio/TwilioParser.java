package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.Place;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.conversation.message.Tap;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.config.TwilioSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an inbound SMS or WhatsApp message; what is odd in it is kept and never throws. */
final class TwilioParser {
  static final String WHATSAPP = "whatsapp:";

  /** Twilio sends up to ten; the bound only keeps a strange request from growing without end. */
  private static final int MOST_MEDIA = 100;

  /** Longer names of anything would not fit into an index. */
  private static final int LONGEST_NAME = 255;

  private final TwilioSettings settings;

  TwilioParser(TwilioSettings settings) {
    this.settings = settings;
  }

  /** Empty when the form is not a message: without an id or without a sender. */
  Optional<InboundMessage> parse(TwilioForm form, Instant at) {
    String id = providerId(form);
    String from = form.text("From").strip();
    if (id.isEmpty() || from.isEmpty() || from.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    ChannelName channel = from.startsWith(WHATSAPP) ? ChannelName.WHATSAPP : ChannelName.SMS;
    List<Attachment> attachments = attachments(form);
    Optional<Place> place = place(form);
    return Optional.of(
        new InboundMessage(
            Provider.TWILIO,
            id,
            channel,
            address(form, from),
            sender(form, channel),
            type(form, channel, attachments, place),
            form.text("Body", "ButtonText", "ListTitle", "ButtonPayload", "ListId"),
            attachments,
            place,
            optional(form.text("OptOutType").strip().toUpperCase(Locale.ROOT)),
            optional(form.text("ProfileName")),
            optional(form.text("OriginalRepliedMessageSid").strip()),
            optional(form.text("ButtonPayload", "ListId").strip())
                .filter(button -> button.length() <= LONGEST_NAME)
                .map(Tap::of),
            Optional.empty(),
            at));
  }

  /** The message's id; older forms name it otherwise. Empty as well when no id is as long. */
  static String providerId(TwilioForm form) {
    String id = form.text("MessageSid", "SmsMessageSid", "SmsSid").strip();
    return id.length() <= LONGEST_NAME ? id : "";
  }

  private static Address address(TwilioForm form, String from) {
    String written = withoutPrefix(from);
    return number(written)
        .or(() -> number("+" + form.text("WaId").strip()))
        .<Address>map(Address.OfNumber::new)
        .orElseGet(() -> new Address.OfHandle(written));
  }

  private String sender(TwilioForm form, ChannelName channel) {
    String to = withoutPrefix(form.text("To").strip());
    if (!to.isEmpty() && to.length() <= LONGEST_NAME) {
      return number(to).map(PhoneNumber::e164).orElse(to);
    }
    boolean whatsapp = channel == ChannelName.WHATSAPP;
    return (whatsapp ? settings.whatsappFrom() : settings.smsFrom()).orElse("");
  }

  private static Optional<PhoneNumber> number(String written) {
    return written.startsWith("+") ? PhoneNumber.parse(written, "ZZ") : Optional.empty();
  }

  private static String withoutPrefix(String address) {
    return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
  }

  private static MessageType type(
      TwilioForm form, ChannelName channel, List<Attachment> attachments, Optional<Place> place) {
    if (!form.text("ButtonText", "ButtonPayload").isEmpty()) {
      return MessageType.BUTTON;
    }
    if (!form.text("ListId", "ListTitle").isEmpty()) {
      return MessageType.LIST;
    }
    if (place.isPresent()) {
      return MessageType.LOCATION;
    }
    return switch (form.text("MessageType").strip().toLowerCase(Locale.ROOT)) {
      case "sticker" -> MessageType.STICKER;
      case "contacts" -> MessageType.CONTACTS;
      case "reaction" -> MessageType.REACTION;
      default -> byContent(form, channel, attachments);
    };
  }

  private static MessageType byContent(
      TwilioForm form, ChannelName channel, List<Attachment> attachments) {
    if (!attachments.isEmpty()) {
      return ofMedia(attachments.getFirst().contentType(), channel);
    }
    return form.text("Body").isEmpty() ? MessageType.UNSUPPORTED : MessageType.TEXT;
  }

  private static MessageType ofMedia(String contentType, ChannelName channel) {
    String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (bare.equals("image/webp") && channel == ChannelName.WHATSAPP) {
      return MessageType.STICKER;
    }
    int slash = bare.indexOf('/');
    return switch (slash > 0 && slash < bare.length() - 1 ? bare.substring(0, slash) : "") {
      case "image" -> MessageType.IMAGE;
      case "audio" -> MessageType.AUDIO;
      case "video" -> MessageType.VIDEO;
      case "application", "text" -> MessageType.DOCUMENT;
      default -> MessageType.UNSUPPORTED;
    };
  }

  /** What {@code NumMedia} says is not needed: an address that is there is media. */
  private static List<Attachment> attachments(TwilioForm form) {
    List<Attachment> attachments = new ArrayList<>();
    for (int i = 0; i < MOST_MEDIA; i++) {
      String reference = form.text("MediaUrl" + i).strip();
      if (!reference.isEmpty()) {
        attachments.add(new Attachment(reference, form.text("MediaContentType" + i).strip()));
      }
    }
    return attachments;
  }

  private static Optional<Place> place(TwilioForm form) {
    Optional<Double> latitude = degrees(form.text("Latitude"), 90);
    Optional<Double> longitude = degrees(form.text("Longitude"), 180);
    return latitude.isPresent() && longitude.isPresent()
        ? Optional.of(
            new Place(latitude.get(), longitude.get(), form.text("Label"), form.text("Address")))
        : Optional.empty();
  }

  private static Optional<Double> degrees(String written, int most) {
    try {
      double degrees = Double.parseDouble(written);
      return Math.abs(degrees) <= most ? Optional.of(degrees) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> optional(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }
}
