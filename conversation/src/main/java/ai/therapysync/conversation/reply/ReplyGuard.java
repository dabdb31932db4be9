package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Parts;
import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.conversation.reply.Verdict.Fault;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a model's answer before it may be sent. */
public final class ReplyGuard {
  /** What takes more messages than these is no answer any more. */
  private static final int LONGEST = Parts.room(4);

  /** A line with so many letters can be told from another language for itself. */
  private static final int TELLING_LINE = 40;

  private final GuardBook book = new GuardBook();
  private final Combinations combinations = new Combinations();
  private final NumberCheck numbers = new NumberCheck(book);
  private final LanguageGuess guess = new LanguageGuess();

  /** Whether the answer may be sent to that person, and if not, why. */
  public Verdict check(String answer, ReplyRequest request, Prompt prompt) {
    if (!Wording.hasWords(answer)) {
      return new Verdict(Set.of(Fault.EMPTY));
    }
    if (answer.length() > LONGEST) {
      return new Verdict(Set.of(Fault.TOO_LONG));
    }
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    faults.addAll(book.faults(answer));
    faults.addAll(combinations.faults(answer, request.person().language(), theirs(request)));
    add(faults, Fault.WRONG_FORM, FormCheck.isNoMessage(answer));
    add(faults, Fault.TOO_MANY_QUESTIONS, asks(answer) > mostQuestions(request));
    add(faults, Fault.UNKNOWN_NUMBER, numbers.names(answer, given(prompt)));
    add(faults, Fault.NO_SAFETY_QUESTION, isGrave(request) && !book.asksSafety(answer));
    add(faults, Fault.WRONG_LANGUAGE, isForeign(answer, request.person().language()));
    add(faults, Fault.LEAKED_PROMPT, LeakCheck.leaks(answer, prompt));
    return new Verdict(faults);
  }

  private static void add(Set<Fault> faults, Fault fault, boolean found) {
    if (found) {
      faults.add(fault);
    }
  }

  private static boolean isGrave(ReplyRequest request) {
    return request.tone() == Tone.CONCERN;
  }

  /** One is meant; a second one may soften it. At most one where a question of ours follows. */
  private static long mostQuestions(ReplyRequest request) {
    return request.ending().isPresent() && !isGrave(request) ? 1 : 2;
  }

  private static long asks(String answer) {
    return Sentences.of(answer).stream().filter(Sentences::asks).count();
  }

  /** What the person brought up themselves, now, before, or long ago. */
  private static String theirs(ReplyRequest request) {
    Stream<String> before =
        request.history().stream()
            .filter(said -> said.speaker() == Speaker.PERSON)
            .map(Utterance::text);
    Stream<String> now = request.toAnswer().stream().map(ReplyRequest.Incoming::text);
    Stream<String> known = request.memories().stream().map(it -> it.title() + " " + it.content());
    return Stream.of(before, now, known, request.goals().stream())
        .flatMap(texts -> texts)
        .collect(Collectors.joining("\n"));
  }

  /** The numbers that the prompt lists as lines. */
  private static Set<String> given(Prompt prompt) {
    return prompt.sections().stream()
        .filter(section -> section.title().equals(PromptLines.TITLE))
        .flatMap(section -> section.text().lines())
        .flatMap(line -> NumberCheck.in(line).stream())
        .collect(Collectors.toSet());
  }

  /** Another language, in all of it or in a line of it, or a script that ours is not written in. */
  private boolean isForeign(String answer, Language language) {
    boolean changes =
        answer
            .lines()
            .filter(line -> line.length() >= TELLING_LINE)
            .flatMap(line -> guess.guess(line).stream())
            .anyMatch(found -> found != language);
    return changes
        || guess.guess(answer).map(found -> found != language).orElse(!inScript(answer, language));
  }

  private static boolean inScript(String answer, Language language) {
    long letters = answer.codePoints().filter(Character::isLetter).count();
    long fitting = answer.codePoints().filter(c -> fits(c, language)).count();
    return fitting * 2 >= letters;
  }

  private static boolean fits(int letter, Language language) {
    if (!Character.isLetter(letter)) {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(letter);
    return switch (language) {
      case ENGLISH, SPANISH, PORTUGUESE, FRENCH, GERMAN -> script == Character.UnicodeScript.LATIN;
      case CHINESE -> script == Character.UnicodeScript.HAN;
      case HINDI -> script == Character.UnicodeScript.DEVANAGARI;
      case ARABIC -> script == Character.UnicodeScript.ARABIC;
    };
  }
}
