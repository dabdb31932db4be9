package ai.therapysync.gateway.channel.twilio;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What Twilio's description asks of our requests: each field that we use, and its form. */
public final class TwilioShape {
  private static final String NUMBER = "\\+[0-9]{5,15}";
  private static final String ADDRESS =
      "(whatsapp:)?" + NUMBER + "|whatsapp:[A-Z]{2}\\.[0-9A-Za-z]+";
  private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]{8}Z)?";
  private static final Map<String, String> MESSAGE =
      Map.of(
          "To", ADDRESS,
          "From", ADDRESS,
          "MessagingServiceSid", "MG[0-9a-fA-F]{32}",
          "ContentSid", "HX[0-9a-fA-F]{32}",
          "ContentVariables", "(?s)\\{(\"[0-9]+\":\".*\")?\\}",
          "Body", "(?s).{1,1600}",
          "ValidityPeriod", "[1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36000",
          "StatusCallback", "https?://[^ ]+");
  private static final Map<String, String> LIST =
      Map.of(
          "To", ADDRESS,
          "From", ADDRESS,
          "DateSent>", TIME,
          "DateSent<", TIME,
          "PageSize", "[1-9][0-9]{0,2}|1000",
          "Page", "[0-9]+",
          "PageToken", ".+");

  private TwilioShape() {}

  /** What is wrong with the messages and lists that it was asked for; values are not named. */
  public static List<String> faults(WireMockServer server) {
    List<String> faults = new ArrayList<>();
    for (LoggedRequest request : server.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()))) {
      URI address = URI.create(request.getUrl());
      if (address.getPath().endsWith("/Messages.json")) {
        boolean list = request.getMethod().getName().equals("GET");
        faults.addAll(
            list
                ? strange(decoded(address.getRawQuery() == null ? "" : address.getRawQuery()), LIST)
                : message(decoded(request.getBodyAsString())));
      }
    }
    return faults;
  }

  static List<String> message(Map<String, String> form) {
    List<String> faults = new ArrayList<>(strange(form, MESSAGE));
    Set<String> names = form.keySet();
    if (!names.contains("To")) {
      faults.add("no To");
    }
    if (Stream.of("From", "MessagingServiceSid").noneMatch(names::contains)) {
      faults.add("neither From nor MessagingServiceSid");
    }
    if (Stream.of("Body", "ContentSid").noneMatch(names::contains)) {
      faults.add("neither Body nor ContentSid");
    }
    return faults;
  }

  private static List<String> strange(Map<String, String> values, Map<String, String> forms) {
    return values.entrySet().stream()
        .filter(value -> !value.getValue().matches(forms.getOrDefault(value.getKey(), "(?!)")))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, String> decoded(String written) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : written.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return values;
  }
}
