package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.delivery.Segments.Encoding;
import ai.therapysync.conversation.message.ChannelName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a text is priced by on its way.
 *
 * @param messages how many messages it takes
 * @param sms what these come to as text messages; empty by other channels
 */
public record Postage(int messages, Optional<Sms> sms) {
  /**
   * How a provider counts text messages.
   *
   * @param encoding the dearest of the alphabets that its messages need
   */
  public record Sms(int segments, Encoding encoding) {}

  /** What it comes to by a channel, plain where that is cheaper, as it is sent. */
  public static Postage of(ChannelName channel, String text) {
    List<String> parts = Parts.of(channel, text);
    return new Postage(
        parts.size(), channel == ChannelName.SMS ? Optional.of(sms(parts)) : Optional.empty());
  }

  /** As an answer's metadata has it. */
  public Map<String, String> metadata() {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("parts", Integer.toString(messages));
    sms.ifPresent(paid -> {
      metadata.put("segments", Integer.toString(paid.segments()));
      metadata.put("encoding", paid.encoding().word());
    });
    return metadata;
  }

  private static Sms sms(List<String> parts) {
    List<String> sent = parts.stream().map(SmsText::plain).toList();
    boolean cheap = sent.stream().allMatch(Gsm::canWrite);
    return new Sms(
        sent.stream().mapToInt(Segments::count).sum(), cheap ? Encoding.GSM_7 : Encoding.UCS_2);
  }
}
