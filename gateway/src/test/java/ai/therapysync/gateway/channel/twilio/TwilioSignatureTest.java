package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.TwilioSettings;
import com.twilio.security.RequestValidator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwilioSignatureTest {
  private static final String PATH = "/webhooks/twilio";
  private static final Map<String, String> MESSAGE =
      Map.of("MessageSid", "SM1", "From", "+14155550123", "Body", "Grüße & = + % 🙂", "Empty", "");

  @Test
  void rule02AgreesWithTheSdkOnAnOrdinaryMessage() {
    Webhook.Request request = Requests.signed(PATH, "a=1&b=%20x", MESSAGE);
    boolean sdk =
        new RequestValidator(Requests.TOKEN)
            .validate(
                Requests.ORIGIN + PATH + "?a=1&b=%20x",
                MESSAGE,
                request.header("X-Twilio-Signature"));
    assertThat(sdk).isTrue();
    assertThat(isGenuine(request)).isTrue();
  }

  @Test
  void rule02TakesAnApostropheInTheQueryAsItIs() {
    assertThat(isGenuine(Requests.signed(PATH, "name=O'Brien", MESSAGE))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://gateway.example, https://gateway.example:443, true",
    "https://gateway.example:443, https://gateway.example, true",
    "https://gateway.example/, https://gateway.example, true",
    "https://gateway.example:8443, https://gateway.example:8443, true",
    "https://gateway.example:8443, https://gateway.example, true",
    "http://localhost:8080, http://localhost:8080, true",
    "http://gateway.example, http://gateway.example:80, true",
    "http://[::1]:8080, http://[::1]:8080, true",
    "https://gateway.example, http://gateway.example, false",
    "https://gateway.example, https://other.example, false",
    "https://gateway.example:8443, https://gateway.example:443, false",
  })
  void rule02KnowsTheAddressWithAndWithoutItsPort(
      String publicUrl, String signedFor, boolean genuine) {
    Webhook.Request request =
        Requests.signed(PATH, "", Requests.repeated(MESSAGE), signedFor, Requests.TOKEN);
    assertThat(isGenuine(request, settings(publicUrl))).isEqualTo(genuine);
  }

  @Test
  void rule02TakesRepeatedValuesOnceAndSorted() {
    Map<String, List<String>> repeats = Map.of("Tag", List.of("b", "a", "b"), "From", List.of("x"));
    assertThat(isGenuine(Requests.signed(PATH, "", repeats, Requests.ORIGIN, Requests.TOKEN)))
        .isTrue();
  }

  @Test
  void rule03TheTokenOfNowAndTheOneBeforeAreValidAndNoOtherKey() {
    Map<String, List<String>> message = Requests.repeated(MESSAGE);
    assertThat(isGenuine(Requests.signed(PATH, "", message, Requests.ORIGIN, "token-before")))
        .isTrue();
    assertThat(isGenuine(Requests.signed(PATH, "", message, Requests.ORIGIN, "another"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void refusesAnyOtherSignature(String signature) {
    assertThat(isGenuine(Requests.request(PATH, "", Requests.FORM, signature, "From=x"))).isFalse();
  }

  @Test
  void noticesAChangedParameter() {
    String signature = Requests.signed(PATH, "", MESSAGE).header("X-Twilio-Signature");
    assertThat(isGenuine(Requests.request(PATH, "", Requests.FORM, signature, "MessageSid=SM2")))
        .isFalse();
  }

  @Test
  void rule02AJsonBodyIsSignedByItsHash() throws Exception {
    String body = "{\"MessageSid\":\"SM1\"}";
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    String query = "bodySHA256=" + hash;
    String signature = Requests.signature(Requests.TOKEN, Requests.ORIGIN + PATH + "?" + query);
    assertThat(isGenuine(Requests.request(PATH, query, "application/json", signature, body)))
        .isTrue();
    assertThat(isGenuine(Requests.request(PATH, query, "application/json", signature, "{}")))
        .isFalse();
    assertThat(isGenuine(Requests.request(PATH, query, "application/json", "x", body))).isFalse();
  }

  private static boolean isGenuine(Webhook.Request request) {
    return isGenuine(request, settings(Requests.ORIGIN));
  }

  private static boolean isGenuine(Webhook.Request request, TwilioSettings settings) {
    return new TwilioSignature(settings).isGenuine(request, TwilioForm.read(request).orElseThrow());
  }

  private static TwilioSettings settings(String publicUrl) {
    return new TwilioSettings(
        "AC1",
        new Secret(Requests.TOKEN),
        Optional.of(new Secret("token-before")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        URI.create("http://localhost"),
        URI.create(publicUrl));
  }
}
