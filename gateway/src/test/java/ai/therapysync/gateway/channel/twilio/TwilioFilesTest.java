package ai.therapysync.gateway.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.gateway.channel.MediaSource;
import ai.therapysync.gateway.channel.MediaSource.Outcome;
import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.TwilioSettings;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 16: media need our credentials, and their storage does not get them. */
final class TwilioFilesTest {
  private static final String PATH = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
  private static final String REFERENCE = "https://api.twilio.com" + PATH;

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final ByteArrayOutputStream came = new ByteArrayOutputStream();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Outcome fetch(String reference) {
    URI base = URI.create(server.baseUrl());
    TwilioSettings settings =
        new TwilioSettings(
            "AC1",
            new Secret("token"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("+12025550101"),
            Optional.empty(),
            base,
            base);
    return new TwilioFiles(settings)
        .fetch(new Attachment(reference, "image/jpeg"), came::writeBytes);
  }

  private void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo(PATH)).withBasicAuth("AC1", "token").willReturn(answer));
  }

  @Test
  void rule16AFileIsHadFromTheStorageWithoutOurCredentials() {
    answers(aResponse().withStatus(307).withHeader("Location", server.baseUrl() + "/store/1"));
    server.stubFor(
        get(urlPathEqualTo("/store/1"))
            .willReturn(aResponse().withHeader("Content-Type", "image/jpeg").withBody("picture")));
    assertThat(fetch(REFERENCE)).isEqualTo(new Outcome.Fetched("image/jpeg"));
    assertThat(came.toString(StandardCharsets.UTF_8)).isEqualTo("picture");
    server.verify(
        getRequestedFor(urlPathEqualTo("/store/1")).withHeader("Authorization", absent()));
  }

  @Test
  void whatIsNoneOfOursIsNotAskedForAndWhatLeadsElsewhereIsNotFollowed() {
    assertThat(fetch("https://evil.example/2010-04-01/Accounts/AC2/Messages/MM1/Media/ME1"))
        .isInstanceOf(Outcome.Never.class);
    assertThat(fetch("https://api.twilio.com" + PATH + "/../../../Balance.json"))
        .isInstanceOf(Outcome.Never.class);
    assertThat(server.getAllServeEvents()).isEmpty();
    answers(aResponse().withStatus(307).withHeader("Location", "http://169.254.169.254/latest/x"));
    assertThat(fetch(REFERENCE)).isInstanceOf(Outcome.Never.class);
  }

  @Test
  void anotherTypeThanToldIsNotBelievedAndWhatIsTooLargeOrGoneIsLeft() {
    answers(aResponse().withHeader("Content-Type", "text/html").withBody("<script>"));
    assertThat(fetch(REFERENCE)).isEqualTo(new Outcome.Fetched("application/octet-stream"));
    answers(aResponse().withBody(new byte[(int) MediaSource.MOST + 1]));
    assertThat(fetch(REFERENCE)).isEqualTo(new Outcome.Never("it is larger than 16 MB"));
    answers(aResponse().withStatus(404));
    assertThat(fetch(REFERENCE)).isInstanceOf(Outcome.Never.class);
    answers(aResponse().withStatus(503));
    assertThat(fetch(REFERENCE)).isEqualTo(new Outcome.Later("the provider answers 503"));
  }
}
