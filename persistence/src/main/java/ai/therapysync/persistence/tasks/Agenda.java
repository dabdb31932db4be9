package ai.therapysync.persistence.tasks;

import ai.therapysync.crisis.incident.IncidentEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes what happens later into db-scheduler's tables, on the connection and in the transaction of
 * the state that it belongs to. The library's own client would look a task up before it inserts
 * one; our instances are unique to the new row, so one insert is enough.
 */
public final class Agenda {
  /** A turn; the instance begins with its id. */
  public static final String TURN = "turn";

  /** A message of the outbox; the instance begins with its id. */
  public static final String DELIVERY = "delivery";

  /** An incident's timer; the instance is {@code incident:step:timer:time}. */
  public static final String INCIDENT = "incident";

  /** A second look at a message; the instance is its row of {@code gateway.inbound}. */
  public static final String OPINION = "opinion";

  /** A talk's end; the instance is its session's id. */
  public static final String SESSION = "session";

  /** What a person wants forgotten is deleted; the instance is its row's id. */
  public static final String FORGETTING = "forgetting";

  /** Words that were taken back are deleted; the instance is their message's id. */
  public static final String WITHDRAWAL = "withdrawal";

  /** A medium is fetched, and later its time is over; the instance is its row's id. */
  public static final String MEDIA = "media";

  /** A person's daily question; the instance is {@code person@time}. */
  public static final String CHECK_IN = "check_in";

  /** The work of the night; one instance for all nodes. */
  public static final String NIGHT = "night";

  /** The figures of the hours that are over; one instance for all nodes. */
  public static final String HOURS = "hours";

  /** A turn that is learned from; the instance is its id. */
  public static final String LEARNING = "learning";

  /** A talk that has ended and is noted; the instance is its session's id. */
  public static final String NOTES = "notes";

  /** Someone waits for a human; the instance is the person's id. */
  public static final String HANDOVER = "handover";

  /** A stranger on their way in is forgotten; the instance is their row of onboardings. */
  public static final String STRANGER = "stranger";

  /** Everything about a person is erased; the instance is the person's id. */
  public static final String ERASURE = "erasure";

  /** Operators are told by their webhook; the instance is the alert's id. */
  public static final String ALERT = "alert";

  /** The gateway's look at itself; one instance for all nodes, in the crisis table. */
  public static final String WATCH = "watch";

  /**
   * What came in at a provider is compared with ours; one instance for all nodes, in the crisis
   * table: a cry for help may be among what is missing.
   */
  public static final String RECONCILE = "reconcile";

  private Agenda() {}

  /**
   * A waiting turn turns out to be a concern: by a task of its own, whatever the first one does.
   */
  public static void concern(Handle handle, UUID turn, Instant at) {
    insert(handle, "tasks", TURN, turn + "!", at);
  }

  /** What waited for a human is answered: by a task of its own, whatever the first one does. */
  public static void resumed(Handle handle, UUID turn, Instant at) {
    insert(handle, "tasks", TURN, turn + "+" + at.toEpochMilli(), at);
  }

  /** A message is to be handed to its provider. */
  public static void delivery(Handle handle, UUID outbound, boolean crisis, Instant at) {
    insert(handle, crisis ? "crisis_tasks" : "tasks", DELIVERY, outbound.toString(), at);
  }

  /**
   * A message that was accepted, and then not sent, goes out again; the task of the first attempt
   * may be about to end, so this is another one.
   */
  public static void again(Handle handle, UUID outbound, int attempts, boolean crisis, Instant at) {
    String table = crisis ? "crisis_tasks" : "tasks";
    insert(handle, table, DELIVERY, outbound + "#" + attempts, at);
  }

  /** The next message of a conversation need not wait for its poll any longer. */
  public static void hurry(Handle handle, UUID outbound, Instant at) {
    handle
        .createUpdate(
            "UPDATE gateway.tasks SET execution_time = :at"
                + " WHERE task_name = :name AND task_instance = :instance"
                + " AND NOT picked AND execution_time > :at")
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("name", DELIVERY)
        .bind("instance", outbound.toString())
        .execute();
  }

  /** A talk ends then, unless it goes on. */
  public static void session(Handle handle, UUID session, Instant at) {
    insert(handle, "tasks", SESSION, session.toString(), at);
  }

  /** What is forgotten is deleted then, unless it has been taken back. */
  public static void forgetting(Handle handle, UUID forgetting, Instant at) {
    insert(handle, "tasks", FORGETTING, forgetting.toString(), at);
  }

  /** Words that were taken back are deleted then, unless somebody who helps needs them. */
  public static void withdrawal(Handle handle, UUID message, Instant at) {
    insert(handle, "tasks", WITHDRAWAL, message.toString(), at);
  }

  /** A medium is to be fetched. */
  public static void media(Handle handle, UUID media, Instant at) {
    insert(handle, "tasks", MEDIA, media.toString(), at);
  }

  /** A person is asked how they are then. */
  public static void checkIn(Handle handle, UUID person, Instant at) {
    insert(handle, "tasks", CHECK_IN, person + "@" + at.toEpochMilli(), at);
  }

  /** A turn whose answer is out is learned from. */
  public static void learning(Handle handle, UUID turn, Instant at) {
    insert(handle, "tasks", LEARNING, turn.toString(), at);
  }

  /** A talk that has ended is noted. */
  public static void notes(Handle handle, UUID session, Instant at) {
    insert(handle, "tasks", NOTES, session.toString(), at);
  }

  /** What is being learned of a person, or is about to be, is not any more. */
  public static void withdrawLearning(Handle handle, UUID person) {
    handle
        .createUpdate(
            "DELETE FROM gateway.tasks WHERE task_name = :learning AND task_instance IN"
                + " (SELECT t.id::text FROM gateway.turns t WHERE t.user_id = :person)"
                + " OR task_name = :notes AND task_instance IN"
                + " (SELECT s.id::text FROM public.therapy_sessions s WHERE s.user_id = :person)")
        .bind("learning", LEARNING)
        .bind("notes", NOTES)
        .bind("person", person)
        .execute();
  }

  /** What is being learned of a turn, or is about to be, is not any more. */
  public static void withdrawLearningOf(Handle handle, UUID turn) {
    usedUp(handle, "tasks", LEARNING, turn.toString());
  }

  /** Someone who waits for a human is told then, if nobody has come. */
  public static void handover(Handle handle, UUID person, Instant at) {
    insert(handle, "tasks", HANDOVER, person.toString(), at);
  }

  /** A stranger is forgotten then, unless they have written in the meantime. */
  public static void forgetStranger(Handle handle, UUID stranger, Instant at) {
    insert(handle, "tasks", STRANGER, stranger.toString(), at);
  }

  /** Everything about a person is erased then, or when their incident has ended. */
  public static void erasure(Handle handle, UUID person, Instant at) {
    insert(handle, "tasks", ERASURE, person.toString(), at);
  }

  /** Operators are told of an alert by their webhook. */
  public static void alert(Handle handle, UUID alert, Instant at) {
    insert(handle, "crisis_tasks", ALERT, alert.toString(), at);
  }

  /** Somebody slower looks at a message, too. */
  public static void opinion(Handle handle, UUID inbound, Instant at) {
    insert(handle, "crisis_tasks", OPINION, inbound.toString(), at);
  }

  /** An incident's timer rings. */
  public static void timer(
      Handle handle, UUID incident, int step, IncidentEvent.Timer timer, Instant at) {
    String instance = incident + ":" + step + ":" + timer + ":" + at.toEpochMilli();
    insert(handle, "crisis_tasks", INCIDENT, instance, at);
  }

  /** A timer rings and is used up; false when it was before. */
  public static boolean rung(Handle handle, String timer) {
    return usedUp(handle, "crisis_tasks", INCIDENT, timer);
  }

  /** A second look is taken and used up; false when it was before. */
  public static boolean looked(Handle handle, String task) {
    return usedUp(handle, "crisis_tasks", OPINION, task);
  }

  /** A turn is learned from and used up; false when it was before, or was withdrawn. */
  public static boolean learned(Handle handle, String task) {
    return usedUp(handle, "tasks", LEARNING, task);
  }

  /** A talk is noted and used up; false when it was before, or was withdrawn. */
  public static boolean noted(Handle handle, String task) {
    return usedUp(handle, "tasks", NOTES, task);
  }

  private static boolean usedUp(Handle handle, String table, String name, String instance) {
    return handle
            .createUpdate(
                "DELETE FROM gateway.%s".formatted(table)
                    + " WHERE task_name = :name AND task_instance = :instance")
            .bind("name", name)
            .bind("instance", instance)
            .execute()
        == 1;
  }

  private static void insert(
      Handle handle, String table, String name, String instance, Instant at) {
    handle
        .createUpdate(
            "INSERT INTO gateway.%s (task_name, task_instance, execution_time, picked, version)"
                    .formatted(table)
                + " VALUES (:name, :instance, :at, false, 1) ON CONFLICT DO NOTHING")
        .bind("name", name)
        .bind("instance", instance)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
