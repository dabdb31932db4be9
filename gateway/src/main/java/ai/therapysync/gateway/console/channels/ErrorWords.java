package ai.therapysync.gateway.console.channels;

import java.util.Map;
import java.util.Optional;

/** What providers' error codes mean, and what to do, for people. */
final class ErrorWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("channel_off", "The channel is switched off, or has no credentials here."),
          Map.entry("window_closed", "Outside the 24-hour window: they last wrote over a day ago."),
          Map.entry("opted_out", "The number said STOP to our sender."),
          Map.entry("fate_unknown", "The provider's answer was lost, and it can't be asked."),
          Map.entry("14107", "Too fast: Twilio limits what is sent. It is tried again."),
          Map.entry(
              "20003",
              "Twilio does not accept our account or token. Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."),
          Map.entry("20005", "The Twilio account is not active. See to it in Twilio's console."),
          Map.entry("20404", "Twilio does not know our account or sender."),
          Map.entry("20429", "Too many requests to Twilio. It is tried again."),
          Map.entry("21211", "The number is none."),
          Map.entry("21212", "Our sender is no number. Check TWILIO_SMS_FROM."),
          Map.entry(
              "21408",
              "Our Twilio account may not send to that country. Allow it under Geo permissions."),
          Map.entry("21603", "A sender is missing."),
          Map.entry("21606", "Our sender can't send SMS to that number."),
          Map.entry("21608", "A trial account sends to verified numbers only."),
          Map.entry("21610", "The number said STOP to our sender."),
          Map.entry("21611", "Twilio's queue for our sender is full. It is tried again."),
          Map.entry("21612", "That number can't be reached from our sender."),
          Map.entry("21614", "The number is no mobile phone."),
          Map.entry("21617", "The text is too long."),
          Map.entry("21619", "The text is empty."),
          Map.entry(
              "21659", "Our sender does not belong to the Twilio account. Check TWILIO_SMS_FROM."),
          Map.entry("21660", "Our sender and the account don't fit. Check TWILIO_SMS_FROM."),
          Map.entry(
              "21703", "The messaging service has no sender. Check TWILIO_MESSAGING_SERVICE_SID."),
          Map.entry("30001", "Twilio's queue overflowed. It is tried again."),
          Map.entry("30002", "The Twilio account is suspended. See to it in Twilio's console."),
          Map.entry("30003", "The phone is switched off or out of reach."),
          Map.entry("30004", "The phone or its carrier blocks messages."),
          Map.entry("30005", "There is no such number, or it is not in use any more."),
          Map.entry("30006", "A landline, or a carrier that takes no SMS."),
          Map.entry(
              "30007", "A carrier took it for spam. Register the sender (A2P 10DLC, toll-free)."),
          Map.entry("30008", "Unknown to the carrier. Most often a passing fault."),
          Map.entry("30034", "The sender is not registered with the carriers (A2P 10DLC)."),
          Map.entry("63003", "There is no WhatsApp with this number."),
          Map.entry("63005", "WhatsApp did not accept the content."),
          Map.entry("63007", "Our WhatsApp sender is unknown. Check TWILIO_WHATSAPP_FROM."),
          Map.entry("63013", "The message breaks WhatsApp's policy."),
          Map.entry("63015", "The number has not joined the WhatsApp sandbox."),
          Map.entry("63016", "Outside the 24-hour window: the person must write first."),
          Map.entry("63018", "WhatsApp's rate limit is reached. It is tried again."),
          Map.entry("63021", "The content is not allowed on WhatsApp."),
          Map.entry("63024", "The WhatsApp recipient can't take messages."),
          Map.entry("63038", "The account's daily limit is reached. It is tried again."),
          Map.entry("4", "Too many calls to Meta. It is tried again."),
          Map.entry("100", "Meta did not accept the message's form."),
          Map.entry("190", "Meta does not accept our token. Check META_ACCESS_TOKEN."),
          Map.entry("33", "Meta does not know our number's id. Check META_PHONE_NUMBER_ID."),
          Map.entry("10", "Our token may not send. Give it whatsapp_business_messaging."),
          Map.entry("368", "Meta has blocked our account for a policy. See to it at Meta."),
          Map.entry("470", "Outside the 24-hour window: the person must write first."),
          Map.entry("80007", "The account's rate limit at Meta is reached. It is tried again."),
          Map.entry("130429", "Too fast for our number at Meta. It is tried again."),
          Map.entry("131026", "WhatsApp can't bring messages to that number."),
          Map.entry("131030", "A test number sends to the numbers of its list only."),
          Map.entry("131031", "Meta has locked our account. See to it at Meta."),
          Map.entry("131042", "Meta can't charge the account. See to its payment."),
          Map.entry("131047", "Outside the 24-hour window: the person must write first."),
          Map.entry("131048", "Meta limits our number, for people have blocked it."),
          Map.entry("131056", "Too many messages to one person. It is tried again."),
          Map.entry("133010", "Our number is not registered with Meta."),
          Map.entry("421", "The mail server is closing."),
          Map.entry("450", "The mailbox is busy. It is tried again."),
          Map.entry("451", "A passing fault of the mail server."),
          Map.entry("452", "The mail server has no room."),
          Map.entry("530", "The mail server wants a login. Put user and password into SMTP_URL."),
          Map.entry("535", "The mail server does not accept our login. Check SMTP_URL."),
          Map.entry("550", "There is no such mailbox, or it refuses us."),
          Map.entry("551", "The mailbox is elsewhere."),
          Map.entry("552", "The mailbox is full, or the mail too large."),
          Map.entry("553", "The mail server does not accept that address."),
          Map.entry(
              "554",
              "The mail server took it for spam, or refuses our sender. Check SPF and DKIM."));

  private ErrorWords() {}

  /** In a sentence; the code itself where it is not known. */
  static String of(String code) {
    return Optional.ofNullable(WORDS.get(code))
        .orElse(
            code.isEmpty() ? "The provider gave no reason." : "The provider's error " + code + ".");
  }

  /** Where a code of Twilio's is explained at length. */
  static Optional<String> page(String code) {
    return code.matches("[1-9][0-9]{4}")
        ? Optional.of("https://www.twilio.com/docs/api/errors/" + code)
        : Optional.empty();
  }
}
