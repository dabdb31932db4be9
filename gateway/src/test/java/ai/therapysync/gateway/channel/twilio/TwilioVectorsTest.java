package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.TwilioSettings;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rule 2: every signature that the tests of Twilio's own libraries publish (Java, Python, Node,
 * Ruby, Go, PHP, C#) and that its page on security shows, all made with the token {@code 12345}.
 */
final class TwilioVectorsTest {
  private static final String PATH = "/myapp.php";
  private static final String QUERY = "foo=1&bar=2";
  private static final String CALL =
      "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309"
          + "&To=%2B18005551212";
  private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
  private static final String HASH =
      "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  private static final String HASH_OF_NOTHING =
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    // Signed without the port that is configured, or with the one that is not named.
    "https://mycompany.com:1234, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "https://mycompany.com, kvajT1Ptam85bY51eRf/AJRuM3w=",
    "http://mycompany.com, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
    "http://mycompany.com:1234, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
    "https://user:pass@mycompany.com, CukzLTc1tT5dXEDIHm/tKBanW10=",
    "https://user:pass@mycompany.com, ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=",
    "https://user@mycompany.com, 2YRLlVAflCqxaNicjMpJcSTgzSs=",
  })
  void rule02TheAddressIsTakenWithAndWithoutItsPort(String origin, String signature) {
    assertThat(isGenuine(origin, form(QUERY, CALL, signature))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // Names that begin alike, a name with two values, and one of them a second time.
    "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234, IK+Dwps556ElfBT0I3Rgjkr1wJU=",
    "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234, IK+Dwps556ElfBT0I3Rgjkr1wJU=",
    "MessagingBinding.Address=%2B1325xxxxxxx&MessagingBinding.Address=%2B1415xxxxxxx,"
        + " 83O6e2vORAoJHUNzJjDWN1jz+BA=",
    "MessagingBinding.Address=%2B1415xxxxxxx&MessagingBinding.Address=%2B1325xxxxxxx,"
        + " 83O6e2vORAoJHUNzJjDWN1jz+BA=",
    // The hash of a body as a parameter, in the form in which one library still has it.
    CALL
        + "&bodySHA256=Ch%2F3Y02as7ldtcmi3%2BlBbkFQKyg6gMfPGWMmMvluZiA%3D,"
        + " lhN9sMASXtkij921mMLP/O8yo04=",
    // The page's own example.
    "CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030"
        + "&To=%2B18005551212, 0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
  })
  void rule02RepeatedValuesAreSortedAndTakenOnce(String body, String signature) {
    assertThat(isGenuine("https://mycompany.com", form(QUERY, body, signature))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com, foo=1&bar=2&bodySHA256=" + HASH + ", a9nBmqA0ju/hNViExpshrM61xv4=",
    "https://mycompany.com, bodySHA256=" + HASH + ", y77kIzt2vzLz71DgmJGsen2scGs=",
  })
  void rule02AJsonBodyIsSignedByItsHash(String origin, String query, String signature) {
    assertThat(isGenuine(origin, json(query, JSON, signature))).isTrue();
    assertThat(isGenuine(origin, json(query, JSON + " ", signature))).isFalse();
    assertThat(isGenuine(origin, json(query.replace(HASH, HASH_OF_NOTHING), JSON, signature)))
        .isFalse();
  }

  @Test
  void rule02AnEmptyJsonObjectHasAHashToo() {
    String query = QUERY + "&bodySHA256=" + HASH_OF_NOTHING;
    String signature = "Ldidvp12m26NI7eqEvxnEpkd9Hc=";
    assertThat(isGenuine("https://mycompany.com", json(query, "{}", signature))).isTrue();
  }

  @Test
  void rule02AJsonBodyWithoutItsHashInTheQueryIsNoForm() {
    Webhook.Request request = json(QUERY, JSON, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    assertThat(TwilioForm.read(request)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "foo=1&bar=2&Body=It's+amazing, dsq4Ehbj6cs+KdTkpF5sSSplOWw=",
        "foo=1&bar=2&Body=It%27s+amazing, dsq4Ehbj6cs+KdTkpF5sSSplOWw=",
      })
  void rule02AnApostropheInTheQueryIsTheSameEscapedOrNot(String query, String signature) {
    assertThat(isGenuine("https://mycompany.com", form(query, CALL, signature))).isTrue();
  }

  @Test
  void rule02AnApostropheThatWasSignedEscapedMayArriveAsItself() {
    String origin = "https://mycompany.com";
    String signed = Requests.signature("12345", origin + PATH + "?test=param%27WithQuote");
    assertThat(isGenuine(origin, form("test=param'WithQuote", "", signed))).isTrue();
    assertThat(isGenuine(origin, form("test=param%27WithQuote", "", signed))).isTrue();
    assertThat(isGenuine(origin, form("test=param%22WithQuote", "", signed))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "foo=1&bar=2, NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "foo=1&bar=2, WRONG_SIGNATURE",
    "foo=1&bar=2, ''",
    "foo=1&bar=2&somethingUnexpected=true, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "'', RSOYDt4T1cUTdK1PDd93/VVr8B8=",
  })
  void rule02WhatIsNotSignedSoIsForged(String query, String signature) {
    assertThat(isGenuine("https://mycompany.com", form(query, CALL, signature))).isFalse();
  }

  private static Webhook.Request form(String query, String body, String signature) {
    return Requests.request(PATH, query, Requests.FORM, signature, body);
  }

  private static Webhook.Request json(String query, String body, String signature) {
    return Requests.request(PATH, query, "application/json", signature, body);
  }

  private static boolean isGenuine(String origin, Webhook.Request request) {
    TwilioSettings settings =
        new TwilioSettings(
            "AC1",
            new Secret("12345"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            URI.create("http://localhost"),
            URI.create(origin));
    return new TwilioSignature(settings).isGenuine(request, TwilioForm.read(request).orElseThrow());
  }
}
