package ai.therapysync.gateway.console.talks;

import ai.therapysync.conversation.delivery.Postage;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.persistence.conversation.OperatorMessages.Outlook;

/**
 * What words take up on their way, in a sentence; and whether they are too many.
 *
 * @param words the sentence
 */
public record Length(String words, boolean tooLong) {
  static Length of(String text, int longest, Outlook outlook) {
    int length = text.codePointCount(0, text.length());
    if (text.length() > longest) {
      return new Length(length + " characters: " + longest + " are the most", true);
    }
    String characters = length + (length == 1 ? " character" : " characters");
    return new Length(
        switch (outlook) {
          case Outlook.Open(ChannelName channel, _) when !text.isEmpty() ->
              characters + ", " + takes(channel, text);
          case Outlook.Open _, Outlook.Closed _ -> characters;
        },
        false);
  }

  private static String takes(ChannelName channel, String text) {
    Postage postage = Postage.of(channel, text);
    return postage.sms().map(sms -> segments(sms.segments())).orElse(messages(postage.messages()));
  }

  private static String segments(int segments) {
    return segments == 1 ? "one text message" : segments + " segments of text messages";
  }

  private static String messages(int messages) {
    return messages == 1 ? "one message" : messages + " messages";
  }
}
