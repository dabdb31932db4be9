package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.ChannelName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Leads accepted messages through their statuses and tells the gateway of each. */
final class Receipts {
  private static final int UNREACHABLE = 30003;
  private static final int WINDOW = 63016;

  private final Account account;
  private final PhoneNetwork network;
  private final Postman postman;
  private final Pace pace;
  private final ScheduledExecutorService timer;

  Receipts(
      Account account,
      PhoneNetwork network,
      Postman postman,
      Pace pace,
      ScheduledExecutorService timer) {
    this.account = account;
    this.network = network;
    this.postman = postman;
    this.pace = pace;
    this.timer = timer;
  }

  private record Step(Status status, OptionalInt error) {
    static Step to(Status status) {
      return new Step(status, OptionalInt.empty());
    }
  }

  /** The message has been accepted as queued; the rest follows by itself. */
  void begin(SimulatedMessage message, Fault fault) {
    List<Step> steps = new ArrayList<>();
    if (network.isWindowClosed(message.line()) && !message.content().template()) {
      steps.add(new Step(Status.FAILED, OptionalInt.of(WINDOW)));
      later(message.sid(), steps);
      return;
    }
    steps.add(Step.to(Status.SENT));
    if (fault == Fault.UNREACHABLE) {
      steps.add(new Step(Status.UNDELIVERED, OptionalInt.of(UNREACHABLE)));
    } else if (fault != Fault.SILENT) {
      steps.add(Step.to(Status.DELIVERED));
    }
    later(message.sid(), steps);
  }

  /** The phone is being looked at: what was delivered there by WhatsApp has now been read. */
  void read(PhoneNetwork.Phone phone) {
    network.on(phone.number(), phone.channel()).stream()
        .filter(message -> !message.fromPhone() && message.status() == Status.DELIVERED)
        .filter(message -> message.line().channel() == ChannelName.WHATSAPP)
        .forEach(message -> advance(message.sid(), List.of(Step.to(Status.READ))));
  }

  private void later(String sid, List<Step> steps) {
    var _ =
        timer.schedule(
            () -> Thread.ofVirtual().start(() -> advance(sid, steps)),
            pace.step().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void advance(String sid, List<Step> steps) {
    Step step = steps.getFirst();
    network.advance(sid, step.status(), step.error()).ifPresent(this::tell);
    List<Step> rest = steps.subList(1, steps.size());
    if (!rest.isEmpty()) {
      later(sid, rest);
      return;
    }
    network
        .find(sid)
        .filter(message -> message.status() == Status.DELIVERED)
        .filter(message -> message.line().channel() == ChannelName.WHATSAPP)
        .filter(message -> network.isLookedAt(message.line()))
        .ifPresent(message -> later(message.sid(), List.of(Step.to(Status.READ))));
  }

  private void tell(SimulatedMessage message) {
    message
        .request()
        .statusCallback()
        .ifPresent(url -> {
          try {
            postman.post(url, parameters(message));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private Map<String, String> parameters(SimulatedMessage message) {
    Map<String, String> form = new LinkedHashMap<>();
    String status = message.status().word();
    form.put("SmsSid", message.sid());
    form.put("SmsStatus", status);
    form.put("MessageStatus", status);
    form.put("MessageSid", message.sid());
    form.put("AccountSid", account.sid());
    form.put("From", message.from());
    form.put("To", message.to());
    form.put("ApiVersion", TwilioJson.VERSION);
    message.request().messagingServiceSid().ifPresent(sid -> form.put("MessagingServiceSid", sid));
    message.trail().error().ifPresent(code -> form.put("ErrorCode", Integer.toString(code)));
    if (message.line().channel() == ChannelName.WHATSAPP) {
      form.put("ChannelPrefix", "whatsapp");
      form.put("ChannelToAddress", message.to());
      form.put("StructuredMessage", "false");
      if (message.status() == Status.DELIVERED || message.status() == Status.READ) {
        form.put("EventType", message.status().name());
      }
    }
    return form;
  }
}
