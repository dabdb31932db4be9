package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.sealing.Keyset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The switches on the command line: shown, turned, noted, and refused when there are none. */
class ChannelCommandTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Map<String, String> environment =
      Map.of(
          "DATABASE_URL",
          test.jdbcUrl() + "?user=postgres&password=postgres",
          "GATEWAY_KEYSET",
          Keyset.create().json(),
          "TWILIO_ACCOUNT_SID",
          "AC1",
          "TWILIO_AUTH_TOKEN",
          "token",
          "TWILIO_SMS_FROM",
          "+15005550006",
          "TWILIO_WHATSAPP_FROM",
          "+15005550007",
          "TWILIO_API_BASE_URL",
          "http://127.0.0.1:1");

  @AfterEach
  void drop() {
    test.close();
  }

  @Test
  void aChannelIsOffUntilItIsSwitchedOnAndEveryTurnIsNoted() {
    assertThat(channel().out()).contains("whatsapp   on\n", "twilio     on\n");
    Typed off = channel("off", "WhatsApp");
    assertThat(off.code()).isZero();
    assertThat(off.out()).contains("whatsapp   off since ", "sms        on\n");
    channel("off", "whatsapp");
    assertThat(Typed.command(environment, "", "doctor").out())
        .contains("switched off by hand: whatsapp", "./run channel on whatsapp");
    channel("off", "twilio");
    assertThat(Typed.command(environment, "", "doctor").out()).contains("ALL CHANNELS ARE OFF");
    channel("on", "twilio");
    assertThat(channel("on", "whatsapp").out()).doesNotContain("off since");
    assertThat(
            test.value(
                "SELECT string_agg(action || ' ' || fields[1], ', ' ORDER BY number)"
                    + " FROM gateway.audit_log"))
        .isEqualTo("switch_off whatsapp, switch_off twilio, switch_on twilio, switch_on whatsapp");
  }

  @Test
  void whatIsNoSwitchIsRefused() {
    assertThat(channel("off", "pigeon").code()).isEqualTo(2);
    assertThat(channel("off").err()).contains("one of sms, whatsapp, email");
    assertThat(channel("down", "sms").code()).isEqualTo(2);
  }

  private Typed channel(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "channel";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Typed.command(environment, "", all);
  }
}
