package ai.therapysync.gateway.simulator;

import ai.therapysync.gateway.simulator.demo.DemoPeople;
import ai.therapysync.gateway.simulator.demo.DemoPerson;
import ai.therapysync.gateway.simulator.demo.DemoPhone;
import ai.therapysync.gateway.simulator.demo.DemoSamples;
import ai.therapysync.gateway.simulator.mail.Mail;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
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
      List<String> faults) {}

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
      @Nullable Integer answer) {}

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
        groups(latest),
        latest.stream().map(PageState::message).toList(),
        mailboxes(mails),
        letters(mails),
        Arrays.stream(Fault.values()).map(Fault::word).toList());
  }

  private List<Group> groups(List<SimulatedMessage> messages) {
    Map<String, String> languages =
        DemoPeople.all().stream()
            .collect(
                Collectors.toMap(person -> person.phone().number(), DemoPerson::preferredLanguage));
    List<DemoPhone> known = simulation.phones();
    Set<String> numbers = known.stream().map(DemoPhone::number).collect(Collectors.toSet());
    List<Phone> people =
        known.stream()
            .filter(phone -> languages.containsKey(phone.number()))
            .map(phone -> person(phone, languages.getOrDefault(phone.number(), "en")))
            .toList();
    List<Phone> contacts =
        known.stream()
            .filter(phone -> !languages.containsKey(phone.number()))
            .map(this::contact)
            .toList();
    List<Phone> others =
        messages.stream()
            .map(message -> message.line().phone())
            .filter(number -> !numbers.contains(number))
            .distinct()
            .map(this::stranger)
            .toList();
    return List.of(
        new Group("people", "In therapy", people, null),
        new Group("contacts", "Contacts and family", contacts, null),
        new Group("other", "Other phones", others, stranger("+")));
  }

  private Phone person(DemoPhone phone, String language) {
    String invitation =
        "Write as " + firstName(phone) + ". The answer comes in here as on a real phone.";
    return shown(phone, invitation, DemoSamples.ofPerson(language));
  }

  private Phone contact(DemoPhone phone) {
    String invitation =
        "When " + firstName(phone) + " is asked to help, the message comes in here.";
    return shown(phone, invitation, DemoSamples.ofContact());
  }

  private Phone stranger(String number) {
    DemoPhone phone = new DemoPhone(number, number, true, true, "Unknown to the gateway");
    return shown(phone, "Write as somebody the gateway does not know.", DemoSamples.ofPerson("en"));
  }

  private Phone shown(DemoPhone phone, String invitation, List<DemoSamples.Sample> samples) {
    return new Phone(
        phone.name(),
        phone.number(),
        phone.whatsapp(),
        phone.sms(),
        phone.note(),
        simulation.network().fault(phone.number()).word(),
        invitation,
        samples);
  }

  private static String firstName(DemoPhone phone) {
    return phone.name().split(" ", 2)[0];
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
        orNull(message.trail().answer()));
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

  static String written(Instant at) {
    return at.toString();
  }
}
