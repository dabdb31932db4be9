package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.Codes;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.Receipts;
import ai.therapysync.gateway.simulator.network.SentText;
import ai.therapysync.gateway.simulator.network.Typed;
import io.javalin.router.JavalinDefaultRoutingApi;

/** A provider that speaks Twilio's wire protocol: its REST API, and signed webhooks. */
public final class SimulatedTwilio {
  private static final Codes CODES = new Codes(Provider.TWILIO, 30003, 63016, 63018);

  private final Receipts receipts;
  private final TwilioPhones phones;
  private final TwilioApi api;

  /** With one account, on that network. */
  public SimulatedTwilio(Account account, Backbone backbone) {
    TwilioWebhook webhook = new TwilioWebhook(account, backbone);
    receipts =
        new Receipts(
            backbone.network(), backbone.timetable(), backbone.pace(), CODES, webhook::report);
    phones = new TwilioPhones(account, backbone, webhook);
    api = new TwilioApi(account, backbone, receipts);
  }

  /** Adds the REST API to a web server. */
  public void mount(JavalinDefaultRoutingApi routes) {
    api.mount(routes);
  }

  /** Someone types and sends. */
  public SentText text(Typed typed) {
    return phones.send(typed);
  }

  /** What was delivered to that phone by WhatsApp has now been read. */
  public void read(PhoneNetwork.Phone phone) {
    receipts.read(phone);
  }
}
