package ai.therapysync.gateway.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.TwilioSettings;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TwilioCourtesyTest {
  @Test
  void rule14ItIsSaidOfAWhatsappMessageThatWeWrite() {
    WireMockServer server = new WireMockServer(options().dynamicPort());
    server.start();
    try {
      URI base = URI.create(server.baseUrl());
      TwilioCourtesy courtesy =
          new TwilioCourtesy(
              new TwilioSettings(
                  "AC1",
                  new Secret("token"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of("+12025550101"),
                  Optional.empty(),
                  base,
                  base));
      server.stubFor(post(urlEqualTo("/v2/Indicators/Typing.json")).willReturn(aResponse()));
      courtesy.seen("SM1");
      assertThat(server.getAllServeEvents()).as("Twilio has no receipt by itself").isEmpty();
      courtesy.typing("SM1");
      server.verify(
          postRequestedFor(urlEqualTo("/v2/Indicators/Typing.json"))
              .withBasicAuth(new BasicCredentials("AC1", "token"))
              .withFormParam("messageId", equalTo("SM1"))
              .withFormParam("channel", equalTo("whatsapp")));
    } finally {
      server.stop();
    }
  }
}
