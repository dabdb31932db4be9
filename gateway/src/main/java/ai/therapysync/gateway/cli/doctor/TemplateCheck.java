package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.conversation.delivery.Template;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.config.TwilioSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which templates there are, and whether WhatsApp has approved those at Twilio. Meta tells that
 * only to who knows the business account, which we need for nothing else.
 */
public final class TemplateCheck implements Check {
  private static final String WHAT = "templates";
  private static final String API = "https://api.twilio.com";
  private static final String CONTENT = "https://content.twilio.com";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChannelSettings channels;

  /** On what is configured. */
  public TemplateCheck(ChannelSettings channels) {
    this.channels = channels;
  }

  @Override
  public Finding look() {
    List<Template> all = channels.templates().all();
    List<String> wrong =
        all.stream()
            .filter(template -> template.provider() == Provider.TWILIO)
            .flatMap(
                template -> channels.twilio().flatMap(twilio -> fault(twilio, template)).stream())
            .toList();
    return wrong.isEmpty()
        ? Finding.fine(WHAT, all.size() + " set; in other languages such messages go by SMS")
        : Finding.wrong(WHAT, "some can't be sent; such messages go by SMS", wrong);
  }

  private static Optional<String> fault(TwilioSettings twilio, Template template) {
    String base =
        twilio.apiBase().toString().replaceFirst("/+$", "").equals(API)
            ? CONTENT
            : twilio.apiBase().toString().replaceFirst("/+$", "");
    URI approval = URI.create(base + "/v1/Content/" + template.name() + "/ApprovalRequests");
    String status =
        HttpLook.answer(approval, TwilioCheck.credentials(twilio))
            .map(TemplateCheck::status)
            .orElse("not told: Twilio does not answer");
    return status.equals("approved")
        ? Optional.empty()
        : Optional.of(variable(template) + " is " + status);
  }

  private static String status(HttpResponse<String> answer) {
    if (answer.statusCode() == 404) {
      return "unknown to Twilio: check the ContentSid";
    }
    if (answer.statusCode() != 200) {
      return "not told: Twilio answers with status " + answer.statusCode();
    }
    try {
      String status =
          JSON.readTree(answer.body()).path("whatsapp").path("status").asText("unsubmitted");
      return status.matches("[a-z_]{1,30}") ? status : "not told";
    } catch (JsonProcessingException e) {
      return "not told: Twilio's answer can't be read";
    }
  }

  private static String variable(Template template) {
    return "TWILIO_TEMPLATE_"
        + template.kind().name()
        + "_"
        + template.language().code().toUpperCase(Locale.ROOT);
  }
}
