package ai.therapysync.gateway.simulator;

import ai.therapysync.gateway.simulator.demo.DemoPeople;
import ai.therapysync.gateway.simulator.demo.DemoSamples;
import ai.therapysync.gateway.simulator.mail.Mail;
import ai.therapysync.gateway.simulator.network.Choices;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page shows of phones and mailboxes, in the shape of its JSON. */
final class PageState {
  private static final int MOST_MESSAGES = 1_000;

  private final Simulation simulation;

  PageState(Simulation simulation) {
    this.simulation = simulation;
  }

  record State(
      long version,
      List<Group> groups,
      List<Message> messages,
      List<Mailbox> mailboxes,
      List<Letter> mails,
      List<PageTrouble.Kind> faults,
      List<PageTrouble> troubles,
      long seed) {}

  /**
   * Phones under one heading.
   *
   * @param blank what a phone that is added by the page looks like
   */
  record Group(String kind, String title, List<Phone> phones, @Nullable Phone blank) {}

  record Phone(
      String name,
      String number,
      boolean whatsapp,
      boolean sms,
      String note,
      String fault,
      String whatsappBy,
      String invitation,
      List<DemoSamples.Sample> samples) {}

  /** {@code error} and {@code answer} are null when there is none. */
  record Message(
      String id,
      String channel,
      String phone,
      boolean mine,
      String body,
      List<String> media,
      String at,
      String status,
      @Nullable Integer error,
      @Nullable Integer answer,
      String provider,
      @Nullable Offer offer) {}

  /** What can be tapped; {@code list} is the word that opens the list, null where it is buttons. */
  record Offer(@Nullable String list, List<Choices.Choice> choices) {}

  record Mailbox(String name, String address, boolean refuses) {}

  record Letter(String id, String to, String from, String subject, String text, String at) {}

  long version() {
    return simulation.network().version() + simulation.mail().version();
  }

  State now() {
    long version = version();
    List<SimulatedMessage> all = simulation.network().messages();
    List<SimulatedMessage> latest =
        all.subList(Math.max(0, all.size() - MOST_MESSAGES), all.size());
    List<Mail> mails = simulation.mail().mails();
    return new State(
        version,
        new PageGroups(simulation).with(latest),
        latest.stream().map(PageState::message).toList(),
        mailboxes(mails),
        letters(mails),
        Arrays.stream(Fault.values()).map(PageTrouble.Kind::of).toList(),
        simulation.network().troubles().all().stream().map(PageTrouble::of).toList(),
        simulation.network().troubles().seed());
  }

  private static Message message(SimulatedMessage message) {
    return new Message(
        message.sid(),
        message.line().channel().word(),
        message.line().phone(),
        message.fromPhone(),
        message.content().body(),
        message.content().media(),
        message.trail().created().toString(),
        message.status().word(),
        orNull(message.trail().error()),
        orNull(message.trail().answer()),
        message.line().provider().word(),
        message.content().choices().map(PageState::offer).orElse(null));
  }

  private static Offer offer(Choices choices) {
    return new Offer(choices.list().orElse(null), choices.all());
  }

  private List<Mailbox> mailboxes(List<Mail> mails) {
    Set<String> refusing = simulation.mail().refusing();
    Map<String, String> names = new LinkedHashMap<>();
    DemoPeople.mailboxes().forEach(box -> names.put(box.address(), box.name()));
    Stream.concat(mails.stream().map(Mail::to), refusing.stream())
        .forEach(address -> names.putIfAbsent(address, address));
    return names.entrySet().stream()
        .map(entry ->
            new Mailbox(entry.getValue(), entry.getKey(), refusing.contains(entry.getKey())))
        .toList();
  }

  private static List<Letter> letters(List<Mail> mails) {
    return mails.stream()
        .map(mail ->
            new Letter(
                Integer.toHexString(Objects.hash(mail.messageId(), mail.at())) + mail.to(),
                mail.to(),
                mail.from(),
                mail.subject(),
                mail.text(),
                mail.at().toString()))
        .toList();
  }

  private static @Nullable Integer orNull(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
