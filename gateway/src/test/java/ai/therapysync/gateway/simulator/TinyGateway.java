package ai.therapysync.gateway.simulator;

import ai.therapysync.gateway.simulator.demo.DemoPeople;
import ai.therapysync.gateway.simulator.meta.MetaAccount;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.twilio.Account;
import ai.therapysync.gateway.simulator.twilio.LoopbackSdk;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.javalin.Javalin;
import io.javalin.http.Context;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The page with the least gateway behind it: it answers, and pages Tom when Maya cries for help.
 */
final class TinyGateway implements AutoCloseable, Insight {
  static final String BUTTONS =
      """
      {"type": "button", "body": {"text": "Are you safe right now?"}, "action": {"buttons": [
        {"type": "reply", "reply": {"id": "safe", "title": "Yes, I am safe"}},
        {"type": "reply", "reply": {"id": "unsafe", "title": "No"}}]}}
      """;
  static final String LIST =
      """
      {"type": "list", "body": {"text": "How is your mood, from 1 to 10?"}, "action": {
        "button": "Choose", "sections": [{"rows": [
          {"id": "m2", "title": "2", "description": "Very low"},
          {"id": "m4", "title": "4", "description": "As so often"},
          {"id": "m8", "title": "8", "description": "Rather good"}]}]}}
      """;

  private static final String TOM = "+12025550142";

  private final Account account = Account.random();
  private final InstantSource clock = InstantSource.system();
  private final Simulation simulation =
      Simulation.start(account, Pace.quick(), Simulation.Ports.free(), clock);
  private final TwilioRestClient sdk =
      LoopbackSdk.client(simulation.apiBase(), account.sid(), account.authToken());
  private final List<EventView> events = new CopyOnWriteArrayList<>();
  private final List<ConversationView> conversations = new CopyOnWriteArrayList<>();
  private final UUID incident = UUID.randomUUID();
  private final Javalin server;

  TinyGateway() {
    SimulatorPage page = new SimulatorPage(simulation, this);
    server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          page.mount(config);
          config.routes.post("/webhooks/twilio", this::receive);
          config.routes.post("/webhooks/twilio/status", http -> http.status(200));
          config.routes.get(
              "/webhooks/meta",
              http -> http.result(String.valueOf(http.queryParam("hub.challenge"))));
          config.routes.post("/webhooks/meta", http -> http.status(200));
        });
    server.start("127.0.0.1", 0);
    simulation.gatewayAt(url());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Maya's phone is sent this by Meta. */
  void offers(String interactive) {
    MetaAccount meta = simulation.metaAccount();
    String body =
        "{\"messaging_product\": \"whatsapp\", \"to\": \"12025550141\", \"type\": \"interactive\","
            + " \"interactive\": "
            + interactive
            + "}";
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(simulation.apiBase() + "/v23.0/" + meta.phoneNumberId() + "/messages"))
              .header("Authorization", "Bearer " + meta.accessToken())
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      if (!answer.contains("wamid.")) {
        throw new AssertionError(answer);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Simulation simulation() {
    return simulation;
  }

  private void receive(Context http) throws MessagingException {
    String from = String.valueOf(http.formParam("From"));
    String body = String.valueOf(http.formParam("Body"));
    http.contentType("text/xml").result("<Response/>");
    if (from.equals(TOM)) {
      happens("Acknowledged", "Tom Rivera, by SMS");
      send(from, "Thank you, Tom. Please call Maya now. Not you? Reply 2.");
      return;
    }
    conversations.add(
        0,
        new ConversationView(
            "Maya Rivera", from.startsWith("whatsapp:") ? "whatsapp" : "sms", body, now(), ""));
    if (body.contains("end my life")) {
      emergency(from);
      return;
    }
    send(
        from,
        "That sounds exhausting, Maya. Last time a short run helped before the exam."
            + " What is the thought that keeps coming back?");
  }

  private void emergency(String from) throws MessagingException {
    happens("Opened", "Level imminent: intent, with a time");
    send(
        from,
        "I'm really glad you told me. You can call or text 988 right now, day or night."
            + " Are you safe at this moment?");
    String page =
        "Maya needs you now. Please call her or go to her. Reply 1 if you are on it, 2 if you"
            + " can't. "
            + url()
            + "/respond/Zk3v9Qe7T2";
    happens("Paged", "Tom Rivera, by SMS and e-mail");
    mail("tom.rivera@demo.example", page);
    send(TOM, page);
  }

  private void happens(String what, String detail) {
    events.add(new EventView(now(), what, detail));
  }

  private Instant now() {
    return clock.instant();
  }

  private void send(String to, String body) {
    String sender = account.smsFrom();
    if (to.startsWith("whatsapp:")) {
      sender = "whatsapp:" + account.whatsappFrom();
    }
    var _ =
        Message.creator(new PhoneNumber(to), new PhoneNumber(sender), body)
            .setStatusCallback(url() + "/webhooks/twilio/status")
            .create(sdk);
  }

  private void mail(String to, String text) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", simulation.smtpUrl().getHost());
    properties.put("mail.smtp.port", Integer.toString(simulation.smtpUrl().getPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("help@demo.example"));
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
    message.setSubject("Maya needs you now", "UTF-8");
    message.setText(text, "UTF-8");
    Transport.send(message);
  }

  @Override
  public List<IncidentView> incidents() {
    if (events.isEmpty()) {
      return List.of();
    }
    boolean over = events.getLast().what().equals("Acknowledged");
    return List.of(
        new IncidentView(
            incident,
            "Maya Rivera",
            over ? "acknowledged" : "notified",
            "imminent",
            events.getFirst().at(),
            events,
            List.of(
                new RungView(1, 1, "Tom Rivera", "SMS, e-mail", over ? "acknowledged" : "paged"),
                new RungView(1, 2, "Grace Lee", "SMS, e-mail", "waiting"))));
  }

  @Override
  public List<ConversationView> conversations() {
    return conversations;
  }

  @Override
  public List<DecisionView> decisions() {
    return conversations.stream()
        .map(view ->
            new DecisionView(
                view.at(), view.person(), "Business hours", "open", "No hours are set"))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
    simulation.close();
  }

  /** The people that the page begins with. */
  static int people() {
    return DemoPeople.all().size();
  }
}
