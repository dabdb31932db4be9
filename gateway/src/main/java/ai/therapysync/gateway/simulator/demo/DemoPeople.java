package ai.therapysync.gateway.simulator.demo;

import ai.therapysync.gateway.simulator.demo.DemoPerson.Config;
import ai.therapysync.gateway.simulator.demo.DemoPerson.Contact;
import ai.therapysync.gateway.simulator.demo.DemoPerson.Culture;
import ai.therapysync.gateway.simulator.demo.DemoPerson.Goal;
import ai.therapysync.gateway.simulator.demo.DemoPerson.Hours;
import ai.therapysync.gateway.simulator.demo.DemoPerson.Memory;
import ai.therapysync.gateway.simulator.demo.DemoPerson.Progress;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everybody in the demo. Numbers are from ranges kept for fiction where a country has one; nothing
 * is ever sent to them outside this machine.
 */
public final class DemoPeople {
  private DemoPeople() {}

  /** Where the demo's operators' alerts go. */
  public static final String OPERATOR_EMAIL = "crisis-desk@demo.example";

  /** The people in therapy. */
  public static List<DemoPerson> all() {
    return List.of(maya(), diego(), aisha(), jonas());
  }

  /** Family members with accounts. */
  public static List<DemoRelative> relatives() {
    return List.of(elena());
  }

  /** The households. */
  public static List<DemoHousehold> households() {
    return List.of(
        new DemoHousehold(
            DemoIds.of("household rivera"),
            "Rivera family",
            elena().id(),
            "family",
            List.of(
                member(elena().id(), "parent", true),
                new DemoHousehold.Member(
                    DemoIds.of("member maya"), maya().id(), "young_adult", false, false, false))));
  }

  /** Every phone: people in therapy, their contacts, their family. */
  public static List<DemoPhone> phones() {
    Stream<DemoPhone> people = all().stream().map(DemoPerson::phone);
    Stream<DemoPhone> contacts =
        all().stream().flatMap(person -> person.contacts().stream()).map(Contact::phone);
    Stream<DemoPhone> family = relatives().stream().map(DemoRelative::phone);
    return Stream.of(people, contacts, family).flatMap(phones -> phones).toList();
  }

  /** The numbers of the people in therapy. */
  public static List<String> numbersInTherapy() {
    return all().stream().map(person -> person.phone().number()).toList();
  }

  /** Every mailbox with the name of its owner. */
  public static List<Mailbox> mailboxes() {
    Stream<Mailbox> contacts =
        all().stream()
            .flatMap(person -> person.contacts().stream())
            .flatMap(contact ->
                contact.email().stream().map(email -> new Mailbox(contact.phone().name(), email)));
    Stream<Mailbox> family =
        relatives().stream().map(relative -> new Mailbox(relative.name(), relative.email()));
    Stream<Mailbox> operators = Stream.of(new Mailbox("Operators", OPERATOR_EMAIL));
    return Stream.of(contacts, family, operators).flatMap(boxes -> boxes).toList();
  }

  /** A mailbox and whose it is. */
  public record Mailbox(String name, String address) {}

  private static DemoPerson maya() {
    return new DemoPerson(
        DemoIds.of("maya"),
        "maya.rivera@demo.example",
        "en",
        new DemoPhone("Maya Rivera", "+12025550141", true, true, "Student in Washington, English"),
        new Config(Optional.of(DemoVoices.CLARA), 2, Optional.empty(), "America/New_York"),
        new Culture(
            "en",
            "Puerto Rican American",
            "nuclear",
            "direct",
            "",
            List.of("cbt", "practical exercises"),
            List.of()),
        List.of(
            contact(
                "Tom Rivera",
                "+12025550142",
                "tom.rivera@demo.example",
                "brother",
                "Maya's brother"),
            contact(
                "Grace Lee", "+12025550143", "grace.lee@demo.example", "friend", "Maya's friend")),
        List.of(
            memory(
                "maya exam",
                "event",
                "Statistics exam",
                "you have your statistics exam next week and lie awake before exams",
                List.of("exam", "sleep", "anxiety")),
            memory(
                "maya running",
                "coping",
                "Running helps",
                "a short run along the river before breakfast has calmed you on hard days",
                List.of("running", "coping", "stress"))),
        List.of(
            goal(
                "maya sleep",
                "In bed by eleven",
                "Phone in the kitchen, lights out at eleven.",
                "sleep",
                new Progress(14, 5, 3, 5))));
  }

  private static DemoPerson diego() {
    return new DemoPerson(
        DemoIds.of("diego"),
        "diego.morales@demo.example",
        "es",
        new DemoPhone("Diego Morales", "+525555550151", true, true, "Father of two, Spanish"),
        new Config(Optional.of(DemoVoices.MATEO), 3, Optional.empty(), "America/Mexico_City"),
        new Culture(
            "es",
            "mexicano",
            "extended",
            "indirect",
            "católico",
            List.of("familiar", "narrativa"),
            List.of("No critica a sus padres delante de otros")),
        List.of(
            contact(
                "Lucía Morales",
                "+525555550152",
                "lucia.morales@demo.example",
                "esposa",
                "Diego's wife"),
            contact("Andrés Morales", "+525555550153", "", "hermano", "Diego's brother")),
        List.of(
            memory(
                "diego mother",
                "relationship",
                "La salud de tu madre",
                "tu madre está enferma y sientes que debes estar con ella cada domingo",
                List.of("familia", "madre", "domingo"))),
        List.of(
            goal(
                "diego walk",
                "Caminar con los niños",
                "Media hora en el parque después del trabajo.",
                "family",
                new Progress(10, 4, 2, 4))));
  }

  private static DemoPerson aisha() {
    return new DemoPerson(
        DemoIds.of("aisha"),
        "aisha.khan@demo.example",
        "en",
        new DemoPhone(
            "Aisha Khan", "+447700900161", true, true, "Night nurse in Leeds, open at night only"),
        new Config(
            Optional.of(DemoVoices.AMARA),
            2,
            Optional.of(new Hours(LocalTime.of(20, 0), LocalTime.of(6, 0))),
            "Europe/London"),
        new Culture(
            "en",
            "British Pakistani",
            "extended",
            "indirect",
            "Muslim",
            List.of("mindfulness"),
            List.of("Prefers not to discuss marriage")),
        List.of(
            contact(
                "Noor Khan", "+447700900162", "noor.khan@demo.example", "sister", "Aisha's sister"),
            contact("Ben Carter", "+447700900163", "", "colleague", "Aisha's colleague")),
        List.of(
            memory(
                "aisha shifts",
                "preference",
                "Night shifts",
                "you work nights on a busy ward and find the hour after a shift the hardest",
                List.of("work", "night", "tired"))),
        List.of(
            goal(
                "aisha pause",
                "Three slow breaths",
                "One pause in each shift.",
                "mindfulness",
                new Progress(20, 12, 6, 6))));
  }

  private static DemoPerson jonas() {
    return new DemoPerson(
        DemoIds.of("jonas"),
        "jonas.weber@demo.example",
        "en",
        new DemoPhone(
            "Jonas Weber", "+12025550171", false, true, "New in town, SMS only, no contacts"),
        new Config(Optional.empty(), 0, Optional.empty(), "America/Chicago"),
        new Culture("en", "German", "individual", "direct", "", List.of(), List.of()),
        List.of(),
        List.of(
            memory(
                "jonas move",
                "event",
                "Moved here alone",
                "Jonas moved for work in spring and knows hardly anyone yet.",
                List.of("loneliness", "moving", "work"))),
        List.of());
  }

  private static DemoRelative elena() {
    return new DemoRelative(
        DemoIds.of("elena"),
        "elena.rivera@demo.example",
        "en",
        new DemoPhone("Elena Rivera", "+12025550144", true, true, "Maya's mother, family account"));
  }

  private static DemoHousehold.Member member(UUID user, String type, boolean alerts) {
    return new DemoHousehold.Member(DemoIds.of("member " + user), user, type, true, false, alerts);
  }

  /** The first contact of a person is the primary one. */
  private static Contact contact(
      String name, String number, String email, String relationship, String whose) {
    return new Contact(
        DemoIds.of("contact " + name),
        new DemoPhone(name, number, false, true, whose + ", emergency contact"),
        Optional.of(email).filter(address -> !address.isEmpty()),
        relationship);
  }

  private static Memory memory(
      String key, String type, String title, String content, List<String> tags) {
    return new Memory(DemoIds.of("memory " + key), type, title, content, tags, 0.7);
  }

  private static Goal goal(
      String key, String title, String description, String category, Progress progress) {
    return new Goal(
        DemoIds.of("goal " + key), title, description, category, progress, Optional.empty());
  }
}
