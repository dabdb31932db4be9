package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.reply.Verdict.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must not be said, from the files in {@code guard}, whose README says how they are read. */
public final class GuardBook {
  private static final List<String> FILES =
      List.of("all", "en", "es", "pt", "fr", "de", "zh", "hi", "ar");
  private static final Set<Fault> NEVER_SPOKEN_OF =
      EnumSet.of(Fault.METHOD, Fault.DOSE, Fault.LINK, Fault.LEAKED_PROMPT);
  private static final Pattern CLAUSE_END = Pattern.compile("[.,!?;:。！？，；：।]");

  /** So far back a word may stand that turns the meaning. */
  private static final int BACK = 40;

  /** So near to a number words about calling stand. */
  private static final int NEAR = 35;

  private final Map<String, List<Pattern>> rules = new HashMap<>();

  /** Reads the files. */
  public GuardBook() {
    FILES.forEach(this::read);
  }

  /** What is wrong with the words of an answer. */
  public Set<Fault> faults(String answer) {
    String plain = PlainText.of(answer);
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : Fault.values()) {
      if (says(fault, plain)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  /** Whether somebody is asked directly whether they are safe. */
  boolean asksSafety(String answer) {
    return finds("ASKS_SAFETY", PlainText.of(answer));
  }

  /** Whether what stands around a place speaks of calling somebody. */
  boolean isAboutCalling(String plain, int start, int end) {
    String around =
        plain.substring(Math.max(0, start - NEAR), start)
            + " # "
            + plain.substring(end, Math.min(plain.length(), end + NEAR));
    return finds("CALLING", around);
  }

  private boolean says(Fault fault, String plain) {
    boolean inAnyCase = NEVER_SPOKEN_OF.contains(fault);
    return of(fault.name()).stream()
        .flatMap(rule -> rule.matcher(plain).results())
        .anyMatch(found -> inAnyCase || !isTurned(plain, found));
  }

  /** "Don't …", "never …", "before you …". */
  private boolean isTurned(String plain, MatchResult found) {
    String before = plain.substring(Math.max(0, found.start() - BACK), found.start());
    String[] clauses = CLAUSE_END.split(before, -1);
    return finds("NOT", clauses[clauses.length - 1]);
  }

  private boolean finds(String rule, String plain) {
    return of(rule).stream().anyMatch(pattern -> pattern.matcher(plain).find());
  }

  private List<Pattern> of(String rule) {
    return rules.getOrDefault(rule, List.of());
  }

  private void read(String file) {
    String rule = "";
    for (String line : text(file).lines().toList()) {
      if (line.matches("\\[[A-Z_]+]")) {
        rule = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("+ ") && !line.startsWith("- ")) {
        rules.computeIfAbsent(rule, _ -> new ArrayList<>()).add(pattern(line));
      }
    }
  }

  private static Pattern pattern(String line) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    return Pattern.compile(PlainText.letters(line), flags);
  }

  private static String text(String file) {
    try (InputStream in = GuardBook.class.getResourceAsStream("guard/" + file + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("The rules guard/" + file + ".txt are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The rules guard/" + file + ".txt can't be read", e);
    }
  }
}
