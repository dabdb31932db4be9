package ai.therapysync.gateway.console.channels;

import java.util.List;

/** What to do about a way that is off or does not work, step by step. */
final class Advice {
  private Advice() {}

  static List<String> whenRed(Setup.Kind kind) {
    return switch (kind) {
      case WHATSAPP ->
          List.of(
              "Look at status.twilio.com and status.fb.com, and whether our WhatsApp sender is"
                  + " online in Twilio's console.",
              "SMS goes by the same account: if that is down, too, begin there.",
              "People can be reached by SMS meanwhile, contacts by SMS and mail.",
              "Once it works, send a test message below. What waits goes out by itself.");
      case SMS ->
          List.of(
              "Look at status.twilio.com, and at the account in Twilio's console: balance,"
                  + " suspension, the sender.",
              "Was the auth token changed? Set TWILIO_AUTH_TOKEN anew, the old one as"
                  + " TWILIO_AUTH_TOKEN_PREVIOUS, and restart.",
              "See that this machine reaches TWILIO_API_BASE_URL: ./run doctor tries it.",
              "People in danger: their contacts are asked by mail meanwhile. Call those of open"
                  + " crises yourself; the numbers stand there.",
              "Once it works, send a test message below. What waits goes out by itself.");
      case EMAIL ->
          List.of(
              "See that the mail server of SMTP_URL answers: ./run doctor tries it.",
              "Does it still accept our login and our sender? Try them with another program.",
              "Contacts are asked by SMS meanwhile; operators' alarms show here in the console.",
              "Once it works, send a test message below. What waits goes out by itself.");
      case MODEL ->
          List.of(
              "The companion answers meanwhile: nobody is left alone, and emergencies never wait"
                  + " for a model.",
              "Look at the provider's status page, the key's limits and its balance.",
              "Does LLM_MODEL still exist there? Is LLM_TIMEOUT long enough for it?");
      case OPERATOR_WEBHOOK ->
          List.of(
              "See that the receiver answers 2xx within five seconds.",
              "Does it check the signature with the secret that OPERATOR_WEBHOOK_SECRET holds?",
              "Alarms come by mail and in the console meanwhile; alerts that were not taken are"
                  + " tried for a day.");
      case META ->
          List.of(
              "Look at metastatus.com, and whether our number is connected in Meta's WhatsApp"
                  + " manager, with its quality and its limit.",
              "Has the token ended, or the app's secret changed? Set META_ACCESS_TOKEN or"
                  + " META_APP_SECRET anew, and restart: ./run doctor tries number and token.",
              "People can be reached by SMS meanwhile, contacts by SMS and mail.",
              "Once it works, send a test message below. What waits goes out by itself.");
    };
  }

  /** It takes messages, and many fail afterwards. */
  static List<String> whenManyFail() {
    return List.of(
        "Each line above says what failed, and what to do about it.",
        "What is about our account or sender concerns everybody: see to it first. A number that is"
            + " out of reach concerns one person: look at their numbers and contacts.");
  }

  static String whenOff(Setup.Kind kind) {
    return switch (kind) {
      case SMS -> "No SMS goes out or comes in. Contacts can be asked by mail only.";
      case WHATSAPP -> "No WhatsApp message goes out or comes in.";
      case EMAIL -> "Contacts are asked by SMS only, and operators get no alarms by mail.";
      case MODEL ->
          "The companion answers everybody, without any model; nothing leaves this house.";
      case OPERATOR_WEBHOOK -> "Alarms come by mail and in this console.";
      case META -> "No message goes by Meta.";
    };
  }
}
