package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.gateway.simulator.network.Line;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A thousand messages with every fault of the simulator on by chance: each person gets each answer
 * once and in order, at most once where Meta's answer was lost, and no status goes backwards. Other
 * weather by {@code -Dstorm.seed=…}.
 */
final class ThousandMessagesTest {
  private static final long SEED = Long.getLong("storm.seed", 7);
  private static final int PEOPLE = 40;
  private static final int ROUNDS = 25;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Why an answer may reach nobody: nobody knows whether it did, or its phone takes none. */
  private static final Set<String> MAY_END =
      Set.of("fate_unknown", "opted_out", "21610", "21211", "30003");

  /** A row of the outbox that carries a part of an answer. */
  private record Piece(
      UUID outbox, UUID message, int part, long seq, String state, String error, String status) {
    String name() {
      return message + " " + part;
    }
  }

  /** A change of a status, as the database saw it. */
  private record Change(String id, String before, String after) {}

  @Test
  void eachPersonGetsEachAnswerOnceAndInOrderAndNoStatusGoesBackwards() {
    System.out.println("storm.seed=" + SEED);
    try (World world =
        World.withMeta(
            Map.of("TWILIO_RECONCILE_EVERY", "PT3M", "WHATSAPP_MESSAGES_PER_SECOND", "1000"))) {
      Storm storm = new Storm(world, SEED);
      watchStatuses(world);
      storm.gather(PEOPLE);
      storm.breaks();
      for (int round = 0; round < ROUNDS; round++) {
        storm.everybodyWrites();
      }
      storm.isOver();
      storm.passes(Duration.ofSeconds(30), 25);

      everythingCameInOnce(world, storm.sent());
      nothingIsStuck(world);
      noStatusWentBackwards(world);
      eachAnswerIsThereOnceAndInOrder(world);
    }
  }

  private static void everythingCameInOnce(World world, int sent) {
    assertThat(sent).isEqualTo(PEOPLE * ROUNDS);
    Await.until(
        "all came in",
        () -> world.one("SELECT count(*) FROM gateway.inbound").equals(String.valueOf(sent)));
    assertThat(
            world.one(
                "SELECT count(*) FROM gateway.inbound WHERE user_id IS NOT NULL AND message_id IS"
                    + " NULL"))
        .isEqualTo("0");
    assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'user'"))
        .isEqualTo(world.one("SELECT count(*) FROM gateway.inbound WHERE user_id IS NOT NULL"));
  }

  private static void nothingIsStuck(World world) {
    assertThat(
            world.one(
                "SELECT coalesce(string_agg(concat_ws(' ', u.state, u.channel, u.first_at, u.due_at,"
                    + " u.taken_at, t.task_instance, t.picked, t.execution_time,"
                    + " t.consecutive_failures), E'\\n'), '')"
                    + " FROM gateway.turns u LEFT JOIN gateway.tasks t"
                    + " ON t.task_instance LIKE u.id || '%'"
                    + " WHERE u.state IN ('waiting', 'taken')"))
        .as("turns that wait at " + world.clock.instant())
        .isEmpty();
    assertThat(
            world.one(
                "SELECT coalesce(string_agg(concat_ws(' ', o.channel, o.state, o.attempts, o.purpose,"
                    + " o.error, o.lost_since, t.picked, t.execution_time), E'\\n'), '')"
                    + " FROM gateway.outbox o LEFT JOIN gateway.tasks t"
                    + " ON t.task_instance LIKE '%' || o.id || '%'"
                    + " WHERE o.state NOT IN ('accepted', 'failed', 'withdrawn')"))
        .isEmpty();
    assertThat(
            world.one(
                "SELECT coalesce(string_agg(concat_ws(' ', m.id, o.channel, o.state, o.error,"
                    + " d.attempt, d.status, d.error_code), E'\\n'), '')"
                    + " FROM whatsapp_messages m LEFT JOIN gateway.outbox o ON o.message_id = m.id"
                    + " LEFT JOIN gateway.deliveries d ON d.outbox_id = o.id"
                    + " WHERE m.sender_type = 'ai' AND m.delivery_status = 'queued'"))
        .isEmpty();
  }

  private static void watchStatuses(World world) {
    world.run(
        """
        CREATE TABLE public.status_changes (
          id BIGINT GENERATED ALWAYS AS IDENTITY, what TEXT, before TEXT, after TEXT);
        GRANT ALL ON public.status_changes TO PUBLIC;
        CREATE FUNCTION public.note_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
          INSERT INTO public.status_changes (what, before, after)
            VALUES ('message ' || NEW.id, OLD.delivery_status, NEW.delivery_status);
          RETURN NEW;
        END $$;
        CREATE FUNCTION public.note_delivery() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
          INSERT INTO public.status_changes (what, before, after)
            VALUES ('delivery ' || NEW.id, OLD.status, NEW.status);
          RETURN NEW;
        END $$;
        CREATE TRIGGER note_message AFTER UPDATE OF delivery_status ON whatsapp_messages
          FOR EACH ROW WHEN (OLD.delivery_status IS DISTINCT FROM NEW.delivery_status)
          EXECUTE FUNCTION public.note_message();
        CREATE TRIGGER note_delivery AFTER UPDATE OF status ON gateway.deliveries
          FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
          EXECUTE FUNCTION public.note_delivery();
        """);
  }

  private static void noStatusWentBackwards(World world) {
    List<Change> changes =
        world
            .sql()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT what, before, after FROM public.status_changes")
                    .map((row, _) ->
                        new Change(row.getString(1), row.getString(2), row.getString(3)))
                    .list());
    assertThat(changes).hasSizeGreaterThan(1_000);
    assertThat(changes)
        .filteredOn(change ->
            !DeliveryStatus.of(change.before()).mayBecome(DeliveryStatus.of(change.after())))
        .isEmpty();
  }

  /** What a phone was handed of one piece, and the rows of the outbox that it took. */
  private record Fate(Piece piece, List<Piece> ways, List<SimulatedMessage> handed) {
    /** Messages that reached the phone. */
    List<SimulatedMessage> arrived() {
      return handed.stream().filter(message -> !isLost(message)).toList();
    }

    /** Whether it went out once and that was that. */
    boolean isPlain() {
      return ways.size() == 1 && handed.size() == 1;
    }

    boolean mayEnd() {
      return ways.stream().anyMatch(way -> MAY_END.contains(way.error()));
    }

    Optional<String> fault() {
      int times = arrived().size();
      if (times > 1 || (times == 0 && !mayEnd())) {
        return Optional.of(times + " times: " + ways);
      }
      boolean differs =
          isPlain()
              && times == 1
              && !mayEnd()
              && !arrived().getFirst().status().word().equals(piece.status());
      return differs ? Optional.of("not as shown: " + ways + handed) : Optional.empty();
    }
  }

  private static void eachAnswerIsThereOnceAndInOrder(World world) {
    Map<UUID, Piece> pieces =
        pieces(world).stream().collect(Collectors.toMap(Piece::outbox, piece -> piece));
    List<SimulatedMessage> handed =
        world.simulation.network().messages().stream()
            .filter(message -> !message.fromPhone())
            .filter(message -> pieces.containsKey(ours(message)))
            .toList();
    Map<String, List<SimulatedMessage>> byName =
        handed.stream().collect(Collectors.groupingBy(message -> of(pieces, message).name()));
    Map<String, Fate> fates = new HashMap<>();
    pieces.values().stream()
        .collect(Collectors.groupingBy(Piece::name))
        .forEach((name, ways) ->
            fates.put(name, new Fate(ways.getFirst(), ways, byName.getOrDefault(name, List.of()))));
    assertThat(fates).hasSizeGreaterThan(PEOPLE * ROUNDS / 2);
    assertThat(fates.values().stream().flatMap(fate -> fate.fault().stream())).isEmpty();
    inOrder(
        handed.stream()
            .filter(
                message -> Objects.requireNonNull(fates.get(of(pieces, message).name())).isPlain())
            .collect(
                Collectors.groupingBy(
                    SimulatedMessage::line,
                    Collectors.mapping(
                        message -> of(pieces, message).seq(), Collectors.toList()))));
  }

  /** What failed only after it was accepted came by another message, later than its place. */
  private static void inOrder(Map<Line, List<Long>> plain) {
    assertThat(plain).hasSizeGreaterThan(PEOPLE / 2);
    plain.forEach((line, seqs) -> assertThat(seqs).as("on " + line).isSorted());
  }

  private static List<Piece> pieces(World world) {
    return world
        .sql()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT o.id, o.message_id, o.part, o.seq, o.state, coalesce(o.error, (SELECT"
                        + " d.error_code FROM gateway.deliveries d WHERE d.outbox_id = o.id"
                        + " AND d.error_code IS NOT NULL ORDER BY d.attempt DESC LIMIT 1), ''),"
                        + " m.delivery_status FROM gateway.outbox o"
                        + " JOIN whatsapp_messages m ON m.id = o.message_id ORDER BY o.seq")
                .map((row, _) ->
                    new Piece(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list());
  }

  private static boolean isLost(SimulatedMessage message) {
    return message.status() == Status.FAILED || message.status() == Status.UNDELIVERED;
  }

  private static Piece of(Map<UUID, Piece> pieces, SimulatedMessage message) {
    return Objects.requireNonNull(pieces.get(ours(message)));
  }

  /** Our own id, which each provider takes along in its own way. */
  private static UUID ours(SimulatedMessage message) {
    return Stream.concat(
            message.request().reference().stream(),
            message.request().statusCallback().map(Object::toString).stream())
        .map(ID::matcher)
        .filter(Matcher::find)
        .map(found -> UUID.fromString(found.group()))
        .findFirst()
        .orElseThrow();
  }
}
