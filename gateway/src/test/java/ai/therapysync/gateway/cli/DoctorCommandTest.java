package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.sealing.Keyset;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  private static final String APPROVAL =
      """
      {"sid": "HX0", "account_sid": "AC1", "whatsapp": {"type": "whatsapp", "name": "write_back",
       "category": "UTILITY", "content_type": "twilio/text", "status": "STATUS",
       "rejection_reason": "hush"}}
      """;
  private final TestDatabase test = TestDatabase.fresh();
  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final Map<String, String> environment = new HashMap<>();
  private String approval = APPROVAL.replace("STATUS", "approved");
  private HttpServer twilio = twilio(200);

  DoctorCommandTest() throws IOException {}

  @BeforeEach
  void healthy() {
    mail.start();
    environment.put("GATEWAY_ENV", "development");
    environment.put("DATABASE_URL", test.jdbcUrl() + "?user=postgres&password=postgres");
    environment.put("OPERATOR_ALERT_EMAIL", "night@example.org");
    environment.put("OPERATOR_WEBHOOK_URL", "https://ops.example.org/hook/hush-token");
    environment.put("OPERATOR_WEBHOOK_SECRET", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
    environment.put("TWILIO_ACCOUNT_SID", "AC1");
    environment.put("TWILIO_AUTH_TOKEN", "hush-token");
    environment.put("TWILIO_SMS_FROM", "+15005550006");
    environment.put("TWILIO_API_BASE_URL", "http://localhost:" + twilio.getAddress().getPort());
    environment.put("SMTP_URL", "smtp://localhost:" + mail.getSmtp().getPort());
    environment.put("SMTP_FROM", "help@example.org");
  }

  @AfterEach
  void stop() {
    twilio.stop(0);
    mail.stop();
    test.close();
  }

  @Test
  void aHealthyGatewayHasALineForEachThingAndNothingWrong() {
    environment.put("GATEWAY_KEYSET", Keyset.create().json());
    Typed typed = doctor();

    assertThat(typed.out().lines()).hasSize(16).allMatch(line -> line.startsWith("ok "));
    assertThat(typed.code()).isZero();
    assertThat(typed.err()).isEmpty();
  }

  @Test
  void aRefusedTokenIsWrong() throws IOException {
    twilio.stop(0);
    twilio = twilio(401);
    environment.put("TWILIO_API_BASE_URL", "http://localhost:" + twilio.getAddress().getPort());

    isWrong("Twilio", "refused");
  }

  @Test
  void aTemplateThatWhatsappHasNotApprovedIsNamed() {
    environment.put("TWILIO_WHATSAPP_FROM", "+15005550006");
    environment.put("TWILIO_TEMPLATE_REPLY_ES", "HX" + "0".repeat(32));
    assertThat(doctor().out()).contains("1 set; in other languages such messages go by SMS");
    approval = APPROVAL.replace("STATUS", "rejected");
    Typed typed = doctor();
    assertThat(typed.out())
        .contains("WRONG", "TWILIO_TEMPLATE_REPLY_ES is rejected")
        .doesNotContain("hush");
    approval = "<html>";
    assertThat(doctor().out()).contains("can't be read");
  }

  @Test
  void metaIsAskedWhereItIsConfiguredAndItsTokenIsNeverShown() throws IOException {
    assertThat(doctor().out()).doesNotContain("WhatsApp Cloud");
    environment.put("META_APP_SECRET", "hush-token");
    environment.put("META_VERIFY_TOKEN", "hush-token");
    environment.put("META_ACCESS_TOKEN", "hush-token");
    environment.put("META_PHONE_NUMBER_ID", "106540352242922");
    environment.put("META_API_BASE_URL", "http://localhost:" + twilio.getAddress().getPort());
    assertThat(doctor().out()).contains("number and token are accepted");

    HttpServer refusing = twilio(401);
    environment.put("META_API_BASE_URL", "http://localhost:" + refusing.getAddress().getPort());
    isWrong("WhatsApp Cloud", "refused");
    assertThat(doctor().out()).doesNotContain("hush-token");
    refusing.stop(0);
  }

  @Test
  void aMailServerThatIsGoneIsWrong() {
    mail.stop();

    isWrong("e-mail", "can't be reached");
  }

  @Test
  void nobodyToAlertIsWrong() {
    environment.remove("OPERATOR_ALERT_EMAIL");

    isWrong("operators' alert", "nobody");
  }

  @Test
  void aPersonWithoutAReachableContactIsWrong() {
    test.run(
        """
        WITH account AS (INSERT INTO auth.users (email) VALUES ('m@example.org') RETURNING id),
          person AS (INSERT INTO profiles (id, email, name) SELECT id, 'm', 'Maya' FROM account RETURNING id)
        INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified, is_active)
        SELECT id, '+15550100001', TRUE, TRUE FROM person
        """);

    isWrong("contacts", "1 of 1");
    assertThat(doctor().out()).contains("       " + test.value("SELECT id FROM profiles"));
  }

  @Test
  void alertsThatTheOperatorsMachineDoesNotTakeAreWrong() {
    test.run(
        """
        INSERT INTO gateway.operator_alerts (id, at, reason, reference, webhook, attempts, last_error)
        VALUES (gen_random_uuid(), now(), 'human_asked', 'x', 'waiting', 2, 'status 500'),
          (gen_random_uuid(), now(), 'human_asked', 'x', 'given_up', 30, 'status 404')
        """);

    isWrong("operators' hook", "ops.example.org did not take 1 alerts");
    assertThat(doctor().out()).contains("status 404").doesNotContain("hush-token");
  }

  @Test
  void anAccountThatAnErasureHadToLeaveIsWrong() {
    test.run(
        """
        WITH account AS (INSERT INTO auth.users (email) VALUES ('m@example.org') RETURNING id)
        INSERT INTO gateway.erasures (user_id, asked_at, done_at) SELECT id, now(), now() FROM account
        """);

    isWrong("erasures", "1 people were erased");
    assertThat(doctor().out()).contains("       " + test.value("SELECT id FROM auth.users"));
  }

  @Test
  void aNumberThatCantBeOneAStopAndANoAreNoWayToSomebody() {
    person("Maya", "+12025550141", "911");
    person("Lee", "+12025550142", "+12025550152");
    person("Sam", "+12025550143", "+12025550153");
    person("Kim", "+12025550144", "+12025550154");
    test.run(
        """
        INSERT INTO gateway.opt_outs (channel, sender, address, since)
          VALUES ('sms', '+15005550006', '+12025550152', now());
        INSERT INTO gateway.contact_readiness (contact_id, user_id, declined_at)
          SELECT id, user_id, now() FROM emergency_contacts WHERE name = 'Contact of Sam';
        INSERT INTO gateway.contact_readiness (contact_id, user_id, verified_at)
          SELECT id, user_id, now() FROM emergency_contacts WHERE name = 'Contact of Kim';
        """);

    isWrong("contacts", "3 of 4");
    assertThat(doctor().out()).contains("1 of 1 contacts said that they may");
  }

  @Test
  void aContactWhomTheLastMessageDidNotReachIsWrongUntilOneDoes() {
    person("Maya", "+12025550141", "+12025550151");
    test.run(
        "INSERT INTO gateway.contact_readiness (contact_id, user_id, last_failed_at,"
            + " last_failure_code) SELECT id, user_id, now(), '30003' FROM emergency_contacts");
    isWrong("last message", "did not reach 1");
    assertThat(doctor().out())
        .contains("       " + test.value("SELECT id FROM emergency_contacts") + " 30003")
        .doesNotContain("2025550151", "Contact of Maya");

    test.run("UPDATE gateway.contact_readiness SET last_delivered_at = now() + interval '1 s'");
    assertThat(doctor().code()).isZero();
  }

  @Test
  void twentyIdsAreEnough() {
    for (int one = 0; one < 22; one++) {
      person("Maya", "+120255501" + (10 + one), "");
    }
    assertThat(doctor().out().lines().filter(line -> line.startsWith("       ")))
        .hasSize(21)
        .endsWith("       and 2 more");
  }

  private void person(String name, String number, String contact) {
    test.run(
        """
        WITH account AS (INSERT INTO auth.users (email) VALUES ('%2$s@example.org') RETURNING id),
          person AS (INSERT INTO profiles (id, email, name) SELECT id, '%2$s', '%1$s' FROM account
            RETURNING id),
          number AS (INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified)
            SELECT id, '%2$s', TRUE FROM person)
        INSERT INTO emergency_contacts (user_id, name, phone_number)
        SELECT id, 'Contact of %1$s', nullif('%3$s', '') FROM person
        """
            .formatted(name, number, contact));
  }

  @Test
  void aMissingKeysetOrChannelIsWrongInProduction() {
    environment.put("GATEWAY_ENV", "production");
    environment.remove("SMTP_URL");
    environment.remove("SMTP_FROM");

    Typed typed = doctor();

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out()).contains("WRONG  keyset").contains("WRONG  e-mail");
  }

  @Test
  void aDatabaseThatIsAwayAndBadValuesAreToldToo() {
    environment.put("DATABASE_URL", "postgresql://u:hush@127.0.0.1:1/none");
    isWrong("database", "nothing answers");

    environment.put("GATEWAY_PORT", "x");
    isWrong("configuration", "GATEWAY_PORT");
  }

  private void isWrong(String what, String says) {
    Typed typed = doctor();

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out().lines().filter(line -> line.startsWith("WRONG")))
        .singleElement()
        .asString()
        .contains(what)
        .contains(says)
        .doesNotContain("hush");
  }

  private Typed doctor() {
    return Typed.command(environment, "", "doctor");
  }

  private HttpServer twilio(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean asked = exchange.getRequestURI().getPath().endsWith("/ApprovalRequests");
          byte[] body = asked ? approval.getBytes(StandardCharsets.UTF_8) : new byte[0];
          exchange.sendResponseHeaders(status, asked ? body.length : -1);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
