package ai.therapysync.crisis.screening;

import java.util.List;
import java.util.function.Consumer;

/**
 * A compiled pattern: matched outwards from its anchor, the element whose words are rarest among
 * all patterns.
 */
final class Pattern {
  private static final int FAIL = -2;

  /** How far around what was found an exception is looked for. */
  private static final int UNLESS_REACH = 12;

  private final Family family;
  private final Element[] elements;
  private final Element.Words[] unless;
  private final int anchor;

  Pattern(Family family, List<Element> elements, Element.Words anchor) {
    this.family = family;
    this.elements =
        elements.stream().filter(e -> !(e instanceof Element.Unless)).toArray(Element[]::new);
    this.unless =
        elements.stream()
            .mapMulti((Element e, Consumer<Element.Words> found) -> {
              if (e instanceof Element.Unless exception) {
                found.accept(exception.words());
              }
            })
            .toArray(Element.Words[]::new);
    this.anchor = List.of(this.elements).indexOf(anchor);
  }

  Family family() {
    return family;
  }

  Element.Words anchor() {
    return (Element.Words) elements[anchor];
  }

  /** Matches with a phrase of the anchor at a place; null-free: an empty span means no match. */
  Span matchAt(Tokens tokens, int at, int[] phrase) {
    if (!tokens.reads(at, phrase)) {
      return Span.NONE;
    }
    tokens.forgetGaps();
    int end = forward(tokens, anchor + 1, at + phrase.length);
    if (end < 0) {
      return Span.NONE;
    }
    int start = backward(tokens, anchor - 1, at - 1);
    return start < 0 || isExcepted(tokens, start, end) ? Span.NONE : new Span(start, end);
  }

  private boolean isExcepted(Tokens tokens, int start, int end) {
    if (unless.length == 0) {
      return false;
    }
    int from = Math.max(0, start - UNLESS_REACH);
    int to = Math.min(tokens.size(), end + UNLESS_REACH);
    for (int at = from; at < to; at++) {
      tokens.step();
      if (tokens.inOneSentence(at, start)) {
        for (Element.Words words : unless) {
          if (readsAny(tokens, at, words.beginningWith(tokens.word(at)))
              || readsAny(tokens, at, words.beginningWith(tokens.stem(at)))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Where the rest of the pattern ends when it begins at this place. */
  private int forward(Tokens tokens, int index, int at) {
    tokens.step();
    if (index == elements.length) {
      return at;
    }
    return switch (elements[index]) {
      case Element.Gap gap -> gapForward(tokens, index, at, gap.most());
      case Element.Start ignored -> FAIL;
      case Element.End end ->
          at == tokens.size() || (!end.message() && tokens.startsSentence(at))
              ? forward(tokens, index + 1, at)
              : FAIL;
      case Element.Not not ->
          standsAt(tokens, at, not.words()) ? FAIL : forward(tokens, index + 1, at);
      case Element.Words words -> wordsForward(tokens, index, at, words);
      case Element.Unless ignored -> forward(tokens, index + 1, at);
    };
  }

  private int gapForward(Tokens tokens, int index, int at, int most) {
    for (int skipped = 0; skipped <= most; skipped++) {
      int end = forward(tokens, index + 1, at + skipped);
      if (end >= 0) {
        tokens.gap(at, at + skipped);
        return end;
      }
      if (tokens.startsSentence(at + skipped)) {
        return FAIL;
      }
    }
    return FAIL;
  }

  private int wordsForward(Tokens tokens, int index, int at, Element.Words words) {
    if (at < tokens.size() && !tokens.startsSentence(at)) {
      int end = phrasesForward(tokens, index, at, words.beginningWith(tokens.word(at)));
      if (end < 0) {
        end = phrasesForward(tokens, index, at, words.beginningWith(tokens.stem(at)));
      }
      if (end >= 0) {
        return end;
      }
    }
    boolean skips = words.isOptional() || (words.isOrEnd() && tokens.startsSentence(at));
    return skips ? forward(tokens, index + 1, at) : FAIL;
  }

  private int phrasesForward(Tokens tokens, int index, int at, int[][] phrases) {
    for (int[] phrase : phrases) {
      if (tokens.reads(at, phrase)) {
        int end = forward(tokens, index + 1, at + phrase.length);
        if (end >= 0) {
          return end;
        }
      }
    }
    return FAIL;
  }

  private static boolean standsAt(Tokens tokens, int at, Element.Words words) {
    if (at < 0 || at >= tokens.size() || (tokens.startsSentence(at) && at > 0)) {
      return false;
    }
    return readsAny(tokens, at, words.beginningWith(tokens.word(at)))
        || readsAny(tokens, at, words.beginningWith(tokens.stem(at)));
  }

  private static boolean readsAny(Tokens tokens, int at, int[][] phrases) {
    for (int[] phrase : phrases) {
      if (tokens.reads(at, phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Where the pattern begins when the elements up to this index end at this place. */
  private int backward(Tokens tokens, int index, int at) {
    tokens.step();
    if (index < 0) {
      return at + 1;
    }
    return switch (elements[index]) {
      case Element.Gap gap -> gapBackward(tokens, index, at, gap.most());
      case Element.Start start ->
          at < 0 || (!start.message() && tokens.startsSentence(at + 1))
              ? backward(tokens, index - 1, at)
              : FAIL;
      case Element.End ignored -> FAIL;
      case Element.Not not -> notBackward(tokens, index, at, not.words());
      case Element.Words words -> wordsBackward(tokens, index, at, words);
      case Element.Unless ignored -> backward(tokens, index - 1, at);
    };
  }

  /** At the very beginning it forbids what stands before, elsewhere what stands next. */
  private int notBackward(Tokens tokens, int index, int at, Element.Words words) {
    if (index > 0) {
      return standsAt(tokens, at + 1, words) ? FAIL : backward(tokens, index - 1, at);
    }
    boolean same = at >= 0 && !tokens.startsSentence(at + 1);
    boolean stands =
        same
            && (endsWithAny(tokens, at, words.endingWith(tokens.word(at)))
                || endsWithAny(tokens, at, words.endingWith(tokens.stem(at))));
    return stands ? FAIL : at + 1;
  }

  private static boolean endsWithAny(Tokens tokens, int at, int[][] phrases) {
    for (int[] phrase : phrases) {
      if (tokens.reads(at - phrase.length + 1, phrase)) {
        return true;
      }
    }
    return false;
  }

  private int gapBackward(Tokens tokens, int index, int at, int most) {
    for (int skipped = 0; skipped <= most; skipped++) {
      int start = backward(tokens, index - 1, at - skipped);
      if (start >= 0) {
        tokens.gap(at - skipped + 1, at + 1);
        return start;
      }
      if (at - skipped < 0 || tokens.startsSentence(at - skipped + 1)) {
        return FAIL;
      }
    }
    return FAIL;
  }

  private int wordsBackward(Tokens tokens, int index, int at, Element.Words words) {
    if (at >= 0 && !tokens.startsSentence(at + 1)) {
      int start = phrasesBackward(tokens, index, at, words.endingWith(tokens.word(at)));
      if (start < 0) {
        start = phrasesBackward(tokens, index, at, words.endingWith(tokens.stem(at)));
      }
      if (start >= 0) {
        return start;
      }
    }
    boolean skips = words.isOptional() || (words.isOrEnd() && tokens.startsSentence(at + 1));
    return skips ? backward(tokens, index - 1, at) : FAIL;
  }

  private int phrasesBackward(Tokens tokens, int index, int at, int[][] phrases) {
    for (int[] phrase : phrases) {
      if (tokens.reads(at - phrase.length + 1, phrase)) {
        int start = backward(tokens, index - 1, at - phrase.length);
        if (start >= 0) {
          return start;
        }
      }
    }
    return FAIL;
  }
}
