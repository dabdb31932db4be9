package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.Codes;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Line;
import ai.therapysync.gateway.simulator.network.Media;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.Receipts;
import ai.therapysync.gateway.simulator.network.SentText;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.SimulatedMessage.Content;
import ai.therapysync.gateway.simulator.network.Typed;
import ai.therapysync.gateway.simulator.network.WhatsappBy;
import io.javalin.router.JavalinDefaultRoutingApi;

/** A provider that speaks Meta's wire protocol: its Graph API, and signed webhooks. */
public final class SimulatedMeta {
  private static final Codes CODES = new Codes(Provider.META, 131026, 131047, 130429);

  private final MetaAccount account;
  private final Backbone backbone;
  private final MetaWebhook webhook;
  private final MetaNotice notice;
  private final Receipts receipts;
  private final GraphApi api;

  /** With one account, on that network. */
  public SimulatedMeta(MetaAccount account, Backbone backbone) {
    this.account = account;
    this.backbone = backbone;
    UserIds users = new UserIds();
    MetaMedia media = new MetaMedia(backbone.clock());
    webhook = new MetaWebhook(account, backbone);
    notice = new MetaNotice(account, users, media);
    receipts =
        new Receipts(
            backbone.network(),
            backbone.timetable(),
            backbone.pace(),
            CODES,
            message -> webhook.post(notice.status(message)));
    api = new GraphApi(account, backbone, receipts, users, media);
  }

  /** Adds the Graph API to a web server. */
  public void mount(JavalinDefaultRoutingApi routes) {
    api.mount(routes);
  }

  /** Someone types or taps, and sends. */
  public SentText text(Typed typed) {
    Line line = new Line(ChannelName.WHATSAPP, typed.from(), account.phoneNumberId());
    SimulatedMessage message =
        SimulatedMessage.fromPhone(
            MetaNotice.newId(),
            line,
            Content.words(typed.body(), typed.media().stream().map(Media::url).toList()),
            backbone.clock().instant());
    PhoneNetwork network = backbone.network();
    network.add(message);
    boolean hidden =
        network.whatsappBy(typed.from()) == WhatsappBy.META_WITHOUT_NUMBER
            || network.troubles().strikes(Fault.NO_NUMBER, line);
    String body = notice.message(message, typed, hidden);
    return backbone.uplink().carry(message, () -> webhook.post(body));
  }

  /** What was delivered to that phone has now been read. */
  public void read(PhoneNetwork.Phone phone) {
    receipts.read(phone);
  }
}
