package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.config.TwilioSettings;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.rest.api.v2010.account.message.MediaReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listed message as the form that its webhook would have had, with references to its media, which
 * have a list of their own.
 */
final class TwilioMedia {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioMedia.class);

  private final TwilioSettings settings;
  private final TwilioApi api;

  TwilioMedia(TwilioSettings settings, TwilioApi api) {
    this.settings = settings;
    this.api = api;
  }

  TwilioForm form(Message message) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    put(values, "MessageSid", message.getSid());
    put(values, "From", message.getFrom().toString());
    put(values, "To", String.valueOf(message.getTo()));
    put(values, "Body", message.getBody() == null ? "" : message.getBody());
    int number = 0;
    for (Reference reference : references(message)) {
      put(values, "MediaUrl" + number, reference.address());
      put(values, "MediaContentType" + number, reference.contentType());
      number++;
    }
    return new TwilioForm(values, false);
  }

  private record Reference(String address, String contentType) {}

  /** What can't be listed is no reason to leave the words: then the reference is to the list. */
  private List<Reference> references(Message message) {
    if (message.getNumMedia() == null || message.getNumMedia().equals("0")) {
      return List.of();
    }
    try {
      List<Reference> references = new ArrayList<>();
      MediaReader reader = new MediaReader(message.getSid());
      for (Media one : reader.firstPage(api.client(api.exchange())).getRecords()) {
        String type = one.getContentType() == null ? "" : one.getContentType();
        references.add(new Reference(address(message, "/" + one.getSid()), type));
      }
      return references;
    } catch (RuntimeException e) {
      LOG.warn("The media of {} can't be listed: {}", message.getSid(), e.getClass().getName());
      return List.of(new Reference(address(message, ""), ""));
    }
  }

  /** As webhooks name it. */
  private String address(Message message, String media) {
    String base = settings.apiBase().toString().replaceFirst("/+$", "");
    return base
        + "/2010-04-01/Accounts/"
        + settings.accountSid()
        + "/Messages/"
        + message.getSid()
        + "/Media"
        + media;
  }

  private static void put(Map<String, List<String>> values, String name, String value) {
    values.put(name, List.of(value));
  }
}
