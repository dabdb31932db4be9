package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Gsm;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.Remembering;
import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A companion without a network: it recognises what a message is about, reflects it, asks one open
 * question, and leads short exercises. The same request always gets the same answer.
 */
public final class OfflineCompanion implements ReplyWriter {
  private static final double INTENSE = 0.9;
  private static final double PLAIN = 0.6;

  /** Within so many characters nothing stands beside a correction that wants an answer. */
  private static final int CORRECTION = 60;

  private final Listener listener = new Listener();
  private final Phrasebook texts = Phrasebook.load(OfflineCompanion.class, "companion");
  private final Introduction introduction = new Introduction();
  private final Remembering remembering = new Remembering();
  private final QuickAnswers quick = new QuickAnswers();

  @Override
  public Reply write(ReplyRequest request) {
    Moment moment = Moment.of(request, listener, texts);
    Draft draft = new Draft();
    new Opening(moment, introduction).fill(draft);
    List<Memory> learned = learned(request);
    Optional<String> setRight = moment.weaver().setRight(learned);
    if (setRight.isEmpty() || Wording.length(words(request)) > CORRECTION) {
      compose(moment, draft);
    }
    draft.put(Draft.Slot.MEMORY, setRight);
    request.ending().ifPresent(words -> draft.put(Draft.Slot.QUESTION, words));
    return new Reply(
        Gsm.plain(draft.text()), metadata(moment, draft), learned, choices(moment, draft));
  }

  /** An exercise is begun or not. */
  private Optional<Choices> choices(Moment moment, Draft draft) {
    return draft
        .at(Draft.Slot.QUESTION)
        .filter(question -> Exercises.isOffer(question, moment.voice()))
        .map(_ -> quick.yesNo(moment.voice().language()));
  }

  /** In a grave moment words are not taken for plans or tastes. */
  List<Memory> learned(ReplyRequest request) {
    List<String> texts = request.toAnswer().stream().map(Incoming::text).toList();
    Heard heard = listener.hear(words(request), request.person().language());
    if (request.tone() == Tone.CONCERN || heard.isGrave()) {
      return List.of();
    }
    List<Memory> right =
        remembering.corrected(texts, request.person().language(), request.memories());
    List<Memory> learned =
        right.isEmpty() ? remembering.learn(texts, request.person().language(), List.of()) : right;
    return learned.stream().map(memory -> memory.felt(feeling(heard))).toList();
  }

  private static String words(ReplyRequest request) {
    return request.toAnswer().stream().map(Incoming::text).collect(Collectors.joining("\n"));
  }

  private static Optional<Memory.Feeling> feeling(Heard heard) {
    return heard.emotions().stream()
        .findFirst()
        .map(emotion -> new Memory.Feeling(emotion, heard.intense() ? INTENSE : PLAIN));
  }

  /** A model's text, with our own sentence about who is speaking before it where it lacks one. */
  String introduced(String text, ReplyRequest request) {
    return introduction.before(text, request);
  }

  private static void compose(Moment moment, Draft draft) {
    if (moment.request().tone() == Tone.CONCERN) {
      draft.put(Draft.Slot.QUESTION, safetyQuestion(moment));
      return;
    }
    if (new Guidance(moment).fill(draft)) {
      return;
    }
    if (!new Answers(moment).fill(draft)) {
      new Listening(moment).fill(draft);
    }
    if (moment.isQuiet() && draft.has(Draft.Slot.QUESTION)) {
      draft.put(Draft.Slot.QUESTION, moment.voice().any("stay"));
    }
  }

  /** Asked directly, after the danger that was told; the line to call is added by the caller. */
  private static String safetyQuestion(Moment moment) {
    Voice voice = moment.voice();
    return moment
        .request()
        .danger()
        .map(Danger::question)
        .or(() -> theme(moment))
        .map(about -> "concern." + about)
        .filter(voice::has)
        .map(voice::any)
        .orElseGet(() -> voice.any("concern"));
  }

  /** Where only another's opinion or the person's mood makes it a concern. */
  private static Optional<String> theme(Moment moment) {
    return Stream.of("violence", "someone_else").filter(moment.heard()::isAbout).findFirst();
  }

  private static Map<String, String> metadata(Moment moment, Draft draft) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("provider", "offline");
    metadata.put("personality", moment.request().person().personality().id());
    metadata.put("language", moment.voice().language().code());
    metadata.put("memories_used", draft.has(Draft.Slot.MEMORY) ? "1" : "0");
    moment.heard().intent().ifPresent(intent -> metadata.put("intent", intent.word()));
    return metadata;
  }
}
