package ai.therapysync.gateway.simulator;

import ai.therapysync.gateway.simulator.PageState.Group;
import ai.therapysync.gateway.simulator.PageState.Phone;
import ai.therapysync.gateway.simulator.demo.DemoPeople;
import ai.therapysync.gateway.simulator.demo.DemoPerson;
import ai.therapysync.gateway.simulator.demo.DemoPhone;
import ai.therapysync.gateway.simulator.demo.DemoSamples;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The phones of the page under their headings. */
record PageGroups(Simulation simulation) {
  /** All groups; who has written and is no one's demo phone is among the others. */
  List<Group> with(List<SimulatedMessage> messages) {
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
        fault(phone.number()),
        simulation.network().whatsappBy(phone.number()).word(),
        invitation,
        samples);
  }

  /** What goes wrong with that phone each time, as the choice beside it says. */
  private String fault(String number) {
    return simulation.network().troubles().all().stream()
        .filter(trouble -> trouble.equals(Trouble.always(trouble.fault(), number)))
        .map(trouble -> trouble.fault().word())
        .findFirst()
        .orElse("none");
  }

  private static String firstName(DemoPhone phone) {
    return phone.name().split(" ", 2)[0];
  }
}
