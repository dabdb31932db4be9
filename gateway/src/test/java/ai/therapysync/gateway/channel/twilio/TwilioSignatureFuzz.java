package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.Webhook;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Without the auth token nobody signs anything, whatever the query and the form hold. */
final class TwilioSignatureFuzz {
  @FuzzTest(maxDuration = "", maxExecutions = 30_000)
  void onlyTheTokenSigns(FuzzedDataProvider data) {
    TwilioSignature signature =
        new TwilioSignature(TwilioDouble.settings(URI.create("http://localhost")));
    String query = data.consumeString(200);
    String guessed = data.consumeString(60);
    Map<String, List<String>> values = new HashMap<>();
    while (data.remainingBytes() > 0 && values.size() < 10) {
      values.put(
          "p" + data.consumeString(10), List.of(data.consumeString(50), data.consumeString(50)));
    }
    TwilioForm form = new TwilioForm(values, false);
    Webhook.Request genuine = Requests.signed("/x", query, values, Requests.ORIGIN, Requests.TOKEN);
    assertThat(signature.isGenuine(genuine, form)).isTrue();
    if (!guessed.equals(genuine.header("x-twilio-signature"))) {
      Webhook.Request forged = Requests.request("/x", query, Requests.FORM, guessed, "");
      assertThat(signature.isGenuine(forged, form)).isFalse();
    }
    Map<String, List<String>> more = new HashMap<>(values);
    more.put("another", List.of("1"));
    assertThat(signature.isGenuine(genuine, new TwilioForm(more, false))).isFalse();
  }
}
