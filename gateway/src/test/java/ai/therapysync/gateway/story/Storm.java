package ai.therapysync.gateway.story;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Trouble;
import ai.therapysync.gateway.simulator.network.Troubles;
import ai.therapysync.gateway.simulator.network.WhatsappBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** People who talk with the gateway over a network on which everything goes wrong by chance. */
final class Storm {
  /** How often what befalls a message, in a hundred. */
  private static final Map<Fault, Double> CHANCES =
      Map.ofEntries(
          Map.entry(Fault.DUPLICATE_WEBHOOK, 8.0),
          Map.entry(Fault.LATE_WEBHOOK, 6.0),
          Map.entry(Fault.OVERTAKEN_WEBHOOK, 6.0),
          Map.entry(Fault.NO_NUMBER, 2.0),
          Map.entry(Fault.REFUSED, 1.0),
          Map.entry(Fault.OPTED_OUT, 0.2),
          Map.entry(Fault.THROTTLED, 5.0),
          Map.entry(Fault.CROWDED, 4.0),
          Map.entry(Fault.BROKEN, 3.0),
          Map.entry(Fault.LOST_ANSWER, 4.0),
          Map.entry(Fault.CUT_OFF, 4.0),
          Map.entry(Fault.SLOW, 0.2),
          Map.entry(Fault.UNREACHABLE, 1.0),
          Map.entry(Fault.WINDOW_CLOSED, 2.0),
          Map.entry(Fault.THROTTLED_LATER, 3.0),
          Map.entry(Fault.SILENT, 1.0),
          Map.entry(Fault.EARLY_STATUS, 8.0),
          Map.entry(Fault.DUPLICATE_STATUS, 8.0),
          Map.entry(Fault.LATE_STATUS, 5.0),
          Map.entry(Fault.OVERTAKEN_STATUS, 8.0));

  private static final List<String> WORDS =
      List.of(
          "I walked along the river this morning",
          "My sister called me yesterday",
          "Work was busy and I am a bit tired",
          "I could not stop thinking about the meeting",
          "The garden is finally green again",
          "I argued with my neighbour about the noise",
          "We cooked together and it was nice",
          "I sleep better since I read in the evening",
          "My boss wants the report by Friday",
          "I miss my old friends from school");

  private static final String TASKS =
      "SELECT execution_time, task_name FROM gateway.tasks"
          + " UNION ALL SELECT execution_time, task_name FROM gateway.crisis_tasks";
  private static final String ANSWERS =
      "SELECT * FROM (" + TASKS + ") a WHERE task_name IN ('turn', 'delivery')";

  /** As many write at the same moment. */
  private static final int AT_ONCE = 5;

  private final World world;
  private final RandomGenerator random;
  private final List<Talker> people = new ArrayList<>();
  private int sent;

  Storm(World world, long seed) {
    this.world = world;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    world.simulation.network().troubles().seed(seed);
  }

  /** Somebody, and the channel on which they write. */
  record Talker(Someone person, ChannelName channel) {}

  /** A third each by SMS, by WhatsApp from Twilio, and by WhatsApp from Meta. */
  void gather(int many) {
    for (int i = 0; i < many; i++) {
      String number = "+1202555%04d".formatted(1_000 + i);
      Someone person = world.person("Maya", number).unhurried();
      if (i % 3 == 2) {
        world.simulation.network().whatsappBy(number, WhatsappBy.META);
      }
      people.add(new Talker(person, i % 3 == 0 ? ChannelName.SMS : ChannelName.WHATSAPP));
    }
  }

  /** Every fault that there is; a webhook that is lost for good only where one can ask for it. */
  void breaks() {
    Troubles troubles = world.simulation.network().troubles();
    CHANCES.forEach((fault, percent) -> troubles.begin(Trouble.chance(percent, fault)));
    troubles.begin(Trouble.chance(4, Fault.LOST_WEBHOOK).with(Provider.TWILIO));
  }

  void isOver() {
    world.simulation.network().troubles().endAll();
  }

  /** Everybody writes once; then some seconds pass. */
  void everybodyWrites() {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (Talker talker : people) {
      String words = WORDS.get(random.nextInt(WORDS.size()));
      answers.add(
          world
              .simulation
              .text(talker.person().number, talker.channel(), words, List.of())
              .answer());
      if (++sent % AT_ONCE == 0) {
        answered(answers);
      }
    }
    quiet(ANSWERS);
    world.clock.pass(Duration.ofSeconds(random.nextInt(4, 12)));
  }

  /** What is on its way has arrived, save for what the network holds back. */
  private static void answered(List<CompletableFuture<Integer>> answers) {
    CompletableFuture<?>[] soon =
        answers.stream()
            .map(answer -> answer.copy().completeOnTimeout(0, 300, TimeUnit.MILLISECONDS))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(soon).join();
    answers.clear();
  }

  int sent() {
    return sent;
  }

  /** Time passes, and each time all that is due is done. */
  void passes(Duration step, int times) {
    for (int i = 0; i < times; i++) {
      quiet(TASKS);
      world.clock.pass(step);
    }
    quiet(TASKS);
  }

  /** What is due now is done, however long a provider takes for it. */
  private void quiet(String tasks) {
    Await.within(
        Duration.ofSeconds(60),
        "what is due is done",
        () ->
            world
                    .sql()
                    .withHandle(handle ->
                        handle
                            .createQuery(
                                "SELECT count(*) FROM ("
                                    + tasks
                                    + ") t WHERE execution_time <= :now")
                            .bind("now", world.clock.instant())
                            .mapTo(Integer.class)
                            .one())
                == 0);
  }
}
