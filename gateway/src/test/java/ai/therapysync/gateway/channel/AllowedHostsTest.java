package ai.therapysync.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
  private final AllowedHosts real =
      new AllowedHosts(URI.create("https://graph.facebook.com"), List.of("fbsbx.com"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
        "https://fbsbx.com/x",
        "https://graph.facebook.com/v23.0/1",
        "https://LOOKASIDE.fbsbx.com:443/x"
      })
  void whatIsTheProvidersIsAllowed(String address) {
    assertThat(real.allow(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lookaside.fbsbx.com/x",
        "https://lookaside.fbsbx.com:8443/x",
        "https://evilfbsbx.com/x",
        "https://fbsbx.com.example.org/x",
        "https://fbsbx.com@169.254.169.254/x",
        "http://graph.facebook.com/x",
        "http://127.0.0.1:8080/x",
        "https://localhost/x",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "/x",
        "https:///x"
      })
  void nothingElseIs(String address) {
    assertThat(real.allow(URI.create(address))).isFalse();
  }

  @Test
  void thisMachineIsAllowedOnlyWhereTheProviderIsOnIt() {
    AllowedHosts local =
        new AllowedHosts(URI.create("http://127.0.0.1:4711"), List.of("fbsbx.com"));
    assertThat(local.allow(URI.create("http://localhost:99/x"))).isTrue();
    assertThat(local.allow(URI.create("https://lookaside.fbsbx.com/x"))).isFalse();
  }
}
