package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds families in a message: each pattern is looked for only where its rarest word stands, so
 * that the time grows with the length of the text and hardly with the number of patterns.
 */
final class Matcher {
  /**
   * Comparisons that a message may cost. Of a text made to be slow, the beginning and then the end
   * are examined, until they are used up.
   */
  private static final int MOST_STEPS = 16_000;

  private static final int MOST_DANGERS = 50;
  private static final int MOST_MATCHES = 150;

  /** A pattern with the phrase of its anchor that begins with the indexed word. */
  private static final class Candidate {
    private final Pattern pattern;
    private final int[] phrase;
    private final int language;

    Candidate(Pattern pattern, int[] phrase, int language) {
      this.pattern = pattern;
      this.phrase = phrase;
      this.language = language;
    }
  }

  private static final Candidate[] NONE = {};

  private final Candidate[][] bySymbol;

  private Matcher(Candidate[][] bySymbol) {
    this.bySymbol = bySymbol;
  }

  /** A family with one pattern's elements and the bit of its language. */
  record Uncompiled(Family family, List<Element> elements, int language) {}

  static Matcher of(List<Uncompiled> patterns, int symbols) {
    int[] frequency = new int[symbols];
    patterns.forEach(pattern -> count(pattern, frequency));
    List<List<Candidate>> index = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      index.add(new ArrayList<>());
    }
    for (Uncompiled each : patterns) {
      Pattern pattern = new Pattern(each.family(), each.elements(), anchor(each, frequency));
      for (int[] phrase : pattern.anchor().phrases()) {
        index.get(phrase[0]).add(new Candidate(pattern, phrase, each.language()));
      }
    }
    return new Matcher(index.stream().map(l -> l.toArray(NONE)).toArray(Candidate[][]::new));
  }

  private static void count(Uncompiled pattern, int[] frequency) {
    for (Element element : pattern.elements()) {
      if (element instanceof Element.Words words) {
        words.phrases().forEach(phrase -> Arrays.stream(phrase).forEach(s -> frequency[s]++));
      }
    }
  }

  /** The element whose commonest first word is least common in the patterns of all files. */
  private static Element.Words anchor(Uncompiled pattern, int[] frequency) {
    return pattern.elements().stream()
        .mapMulti((Element element, Consumer<Element.Words> anchors) -> {
          if (element instanceof Element.Words words && PatternCompiler.isAnchor(words)) {
            anchors.accept(words);
          }
        })
        .min(Comparator.comparingInt(words -> commonest(words, frequency)))
        .orElseThrow();
  }

  private static int commonest(Element.Words words, int[] frequency) {
    return words.phrases().stream().mapToInt(p -> frequency[p[0]]).max().orElse(0);
  }

  List<Match> find(Tokens tokens) {
    Found matches = new Found();
    int first = 0;
    while (first < tokens.size() && tokens.steps() < MOST_STEPS / 2) {
      tryAll(tokens, first++, matches);
    }
    for (int last = tokens.size() - 1; last >= first && tokens.steps() < MOST_STEPS; last--) {
      tryAll(tokens, last, matches);
    }
    return matches.all;
  }

  private void tryAll(Tokens tokens, int at, Found matches) {
    tryAll(tokens, at, tokens.word(at), matches);
    tryAll(tokens, at, tokens.stem(at), matches);
  }

  private void tryAll(Tokens tokens, int at, int symbol, Found matches) {
    Candidate[] candidates = symbol < 0 ? NONE : bySymbol[symbol];
    for (Candidate candidate : candidates) {
      if ((candidate.language & tokens.languages()) == 0) {
        continue;
      }
      tokens.step();
      Span span = candidate.pattern.matchAt(tokens, at, candidate.phrase);
      if (!span.isEmpty()) {
        matches.add(new Match(candidate.pattern.family(), span, tokens, tokens.gaps()));
      }
    }
  }

  /** What was found, dangers counted apart, so that no amount of other words hides one. */
  private static final class Found {
    private final List<Match> all = new ArrayList<>();
    private int dangers;
    private int others;

    void add(Match match) {
      boolean danger = match.family().use() instanceof Family.Use.Danger;
      if (danger ? dangers++ < MOST_DANGERS : others++ < MOST_MATCHES) {
        all.add(match);
      }
    }
  }
}
