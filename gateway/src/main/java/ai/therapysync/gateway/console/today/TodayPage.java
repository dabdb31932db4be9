package ai.therapysync.gateway.console.today;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.console.page.When;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import ai.therapysync.persistence.views.TodayView;
import ai.therapysync.persistence.views.TodayView.Queues;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that operators begin with: who needs somebody now, and whether everything goes out. */
public final class TodayPage implements ConsolePage {
  private static final Duration TOO_OLD = Duration.ofSeconds(60);
  private static final Duration ORDINARY_TOO_OLD = Duration.ofMinutes(5);

  private final TodayView view;
  private final House house;
  private final InstantSource clock;

  /** With what it reads. */
  public TodayPage(TodayView view, House house, InstantSource clock) {
    this.view = view;
    this.house = house;
    this.clock = clock;
  }

  /** A figure, and how worried one should be by it. */
  public record Figure(String label, String figure, String note, String mood) {}

  /** A part of the gateway, and how it does. */
  public record Way(String name, String mood, String words) {}

  /** What the page shows. */
  public record Model(
      TodayView.Today today,
      List<Figure> figures,
      List<Way> queues,
      List<Way> ways,
      boolean seesCrises,
      boolean seesConversations) {
    public Model {
      figures = List.copyOf(figures);
      queues = List.copyOf(queues);
      ways = List.copyOf(ways);
    }
  }

  @Override
  public Section section() {
    return Section.TODAY;
  }

  @Override
  public void mount(Routes routes) {
    routes.get("/console", this::show);
  }

  private Answer show(Visit visit) {
    Caller caller = visit.caller();
    Sighting sighting = house.sighting();
    TodayView.Today today = view.read(caller, visit.origin(), clock.instant());
    Model model =
        new Model(
            today,
            caller.may(Permission.SEE_CRISES) ? figures(today, sighting) : List.of(),
            queues(today.queues()),
            ways(sighting, house.degraded()),
            caller.may(Permission.SEE_CRISES),
            caller.may(Permission.READ_CONVERSATIONS));
    return Answer.page(Section.TODAY, "Today", "today/page", Map.of("model", model))
        .part("today/body");
  }

  private static List<Figure> figures(TodayView.Today today, Sighting sighting) {
    long alone =
        today.incidents().stream().filter(one -> one.status().equals("unanswered")).count();
    int silent = sighting.stuck().size() + sighting.unconfirmed().size();
    return List.of(
        count("Open incidents", today.incidents().size(), "nobody is in danger", "watch"),
        count("Unanswered", alone, "somebody has each of them", "bad"),
        count("Silent ladders", silent, "every ladder moves", "bad"),
        count("Ask for a human", today.waiting().size(), "nobody waits", "watch"));
  }

  private static List<Way> queues(Queues queues) {
    return List.of(
        queue("Pages and safe replies", queues.crisis(), TOO_OLD),
        queue("Other messages", queues.ordinary(), ORDINARY_TOO_OLD),
        queue("Answers that are due", queues.turns(), ORDINARY_TOO_OLD));
  }

  private static Figure count(String label, long count, String whenNone, String mood) {
    return count == 0
        ? new Figure(label, "0", whenNone, "calm")
        : new Figure(label, Long.toString(count), count == 1 ? "person" : "people", mood);
  }

  private static Way queue(String name, Optional<Duration> oldest, Duration limit) {
    return oldest
        .map(age ->
            new Way(
                name,
                age.compareTo(limit) > 0 ? "bad" : "ok",
                "the oldest waits for " + When.span(age)))
        .orElse(new Way(name, "ok", "nothing waits"));
  }

  private static List<Way> ways(Sighting sighting, Map<String, String> degraded) {
    List<Way> ways = new ArrayList<>();
    sighting.providers().forEach((provider, up) -> ways.add(way(provider, up)));
    degraded.forEach((part, words) ->
        ways.add(new Way(name(part), part.equals("channels") ? "bad" : "warn", words)));
    ways.sort(Comparator.comparing(Way::name));
    return ways;
  }

  private static Way way(Provider provider, boolean up) {
    return new Way(
        name(provider.word()),
        up ? "ok" : "bad",
        up ? "takes messages" : "has taken no message for three minutes");
  }

  private static String name(String word) {
    return switch (word) {
      case "twilio" -> "Twilio";
      case "meta" -> "WhatsApp Cloud";
      case "sms" -> "SMS";
      case "whatsapp" -> "WhatsApp";
      case "smtp", "email" -> "E-mail";
      default -> word;
    };
  }
}
