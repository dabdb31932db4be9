package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Utterance;
import java.util.List;
import java.util.Optional;

/**
 * All that a reply is written from.
 *
 * @param history both sides, oldest first, without the messages to answer
 * @param toAnswer the waiting messages, oldest first; together they get one answer
 * @param memories what was recalled for them, most fitting first
 * @param goals titles of the person's active goals
 * @param tone what the moment asks for
 * @param introduce whether the answer says that an AI is speaking
 * @param ending what the answer ends with, instead of a question of its own
 * @param danger what a concern is about, where the screen says so
 */
public record ReplyRequest(
    Person person,
    ChannelName channel,
    List<Utterance> history,
    List<Incoming> toAnswer,
    List<Memory> memories,
    List<String> goals,
    Tone tone,
    boolean introduce,
    Optional<String> ending,
    Optional<Danger> danger) {
  public ReplyRequest {
    history = List.copyOf(history);
    toAnswer = List.copyOf(toAnswer);
    memories = List.copyOf(memories);
    goals = List.copyOf(goals);
  }

  /** A request whose answer ends as the writer likes. */
  public ReplyRequest(
      Person person,
      ChannelName channel,
      List<Utterance> history,
      List<Incoming> toAnswer,
      List<Memory> memories,
      List<String> goals,
      Tone tone,
      boolean introduce) {
    this(
        person,
        channel,
        history,
        toAnswer,
        memories,
        goals,
        tone,
        introduce,
        Optional.empty(),
        Optional.empty());
  }

  /** The same request, whose answer ends with these words; as the writer likes when empty. */
  public ReplyRequest endingWith(String words) {
    return new ReplyRequest(
        person,
        channel,
        history,
        toAnswer,
        memories,
        goals,
        tone,
        introduce,
        Optional.of(words).filter(text -> !text.isEmpty()),
        danger);
  }

  /** The same request, whose answer says that an AI is speaking. */
  public ReplyRequest introducing() {
    return new ReplyRequest(
        person, channel, history, toAnswer, memories, goals, tone, true, ending, danger);
  }

  /** The same request, in which this danger is asked after. */
  public ReplyRequest about(Optional<Danger> found) {
    return new ReplyRequest(
        person, channel, history, toAnswer, memories, goals, tone, introduce, ending, found);
  }

  /** The same request, to be answered in that language. */
  public ReplyRequest in(Language language) {
    return new ReplyRequest(
        person.speaking(language),
        channel,
        history,
        toAnswer,
        memories,
        goals,
        tone,
        introduce,
        ending,
        danger);
  }

  /** The same request without the taps that answer nothing that was asked. */
  public ReplyRequest withoutLate() {
    return new ReplyRequest(
        person,
        channel,
        history,
        toAnswer.stream().filter(incoming -> !incoming.late()).toList(),
        memories,
        goals,
        tone,
        introduce,
        ending,
        danger);
  }

  /**
   * A waiting message: what kind of thing it is, and its words, or what they stand for where it was
   * chosen from our answers. Private: never printed.
   *
   * @param late a button of a question that was over
   */
  public record Incoming(MessageType type, String text, boolean late) {
    /** A message that means what it says. */
    public Incoming(MessageType type, String text) {
      this(type, text, false);
    }

    @Override
    public String toString() {
      return "Incoming[" + type + "]";
    }
  }

  /** What the moment asks for. */
  public enum Tone {
    /** An ordinary conversation. */
    ORDINARY,
    /** Asks directly and gently after the danger that was told, and offers the line. */
    CONCERN
  }
}
