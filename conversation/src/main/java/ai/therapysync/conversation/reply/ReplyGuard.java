package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Gsm;
import ai.therapysync.conversation.delivery.Parts;
import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.conversation.reply.Verdict.Fault;
import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at a model's answer before it may be sent. */
public final class ReplyGuard {
  /** So many letters in a row from our instructions are no coincidence. */
  private static final int LEAK = 40;

  /** What takes more messages than these is no answer any more. */
  private static final int LONGEST = Parts.room(4);

  private static final String ASKS_SAFETY = "ASKS_SAFETY";

  private final Map<String, List<Pattern>> rules = new HashMap<>();
  private final LanguageGuess guess = new LanguageGuess();

  /** Reads the rules. */
  public ReplyGuard() {
    String fault = "";
    for (String line : text().lines().toList()) {
      if (line.matches("\\[[A-Z_]+]")) {
        fault = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rules.computeIfAbsent(fault, f -> new ArrayList<>()).add(Pattern.compile(line));
      }
    }
  }

  /** Whether the answer may be sent to that person, and if not, why. */
  public Verdict check(String answer, ReplyRequest request, Prompt prompt) {
    if (!Wording.hasWords(answer)) {
      return new Verdict(Set.of(Fault.EMPTY));
    }
    if (answer.length() > LONGEST) {
      return new Verdict(Set.of(Fault.TOO_LONG));
    }
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    String plain = Gsm.plain(answer).toLowerCase(Locale.ROOT);
    for (Fault fault : Fault.values()) {
      if (breaks(fault.name(), plain)) {
        faults.add(fault);
      }
    }
    if (request.tone() == Tone.CONCERN && !breaks(ASKS_SAFETY, plain)) {
      faults.add(Fault.NO_SAFETY_QUESTION);
    }
    if (isForeign(answer, request.person().language())) {
      faults.add(Fault.WRONG_LANGUAGE);
    }
    if (leaks(answer, prompt)) {
      faults.add(Fault.LEAKED_PROMPT);
    }
    return new Verdict(faults);
  }

  private boolean breaks(String rule, String plain) {
    return rules.getOrDefault(rule, List.of()).stream()
        .anyMatch(pattern -> pattern.matcher(plain).find());
  }

  /** Another language, or a script that ours is not written in. */
  private boolean isForeign(String answer, Language language) {
    return guess.guess(answer).map(found -> found != language).orElse(!inScript(answer, language));
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

  /** The person's memories and goals may come back; what we told the model may not. */
  private static boolean leaks(String answer, Prompt prompt) {
    if (answer.contains("<conversation") || answer.contains("</conversation")) {
      return true;
    }
    String letters = letters(answer);
    return prompt.sections().stream()
        .filter(Prompt.Section::ours)
        .anyMatch(section -> shareRun(letters(section.text()), letters));
  }

  private static boolean shareRun(String instruction, String answer) {
    for (int i = 0; i + LEAK <= answer.length(); i++) {
      if (instruction.contains(answer.substring(i, i + LEAK))) {
        return true;
      }
    }
    return false;
  }

  private static String letters(String text) {
    return Wording.words(text).replace(" ", "");
  }

  private static String text() {
    try (InputStream in = ReplyGuard.class.getResourceAsStream("guard.txt")) {
      if (in == null) {
        throw new IllegalStateException("The rules guard.txt are missing beside ReplyGuard");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The rules guard.txt can't be read", e);
    }
  }
}
