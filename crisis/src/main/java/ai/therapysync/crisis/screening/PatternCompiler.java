package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the lines of one language's files into patterns over the vocabulary. */
final class PatternCompiler {
  private static final int WIDEST_GAP = 12;

  private final Vocabulary vocabulary;
  private final int language;
  private final Map<String, FamilyFile.Line> classes = new HashMap<>();

  /** Elements by the way they are written: the same words stand in many patterns. */
  private final Map<String, Element.Words> written = new HashMap<>();

  /** For the files of one language, which has this bit. */
  PatternCompiler(Vocabulary vocabulary, int language, List<FamilyFile> files) {
    this.vocabulary = vocabulary;
    this.language = language;
    for (FamilyFile file : files) {
      file.classes()
          .forEach((name, line) -> {
            if (classes.put(name, line) != null) {
              throw line.fault("the class @" + name + " is defined twice in this language");
            }
          });
    }
  }

  /** The elements of a pattern as written. */
  List<Element> elements(FamilyFile.Line line) {
    List<Element> elements = new ArrayList<>();
    for (String part : line.text().split("\\s+", -1)) {
      elements.add(element(line, part));
    }
    boolean anchored =
        elements.stream().anyMatch(e -> e instanceof Element.Words words && isAnchor(words));
    if (!anchored) {
      throw line.fault("a pattern needs at least one word that is not optional");
    }
    return elements;
  }

  static boolean isAnchor(Element.Words words) {
    return !words.isOptional() && !words.isOrEnd();
  }

  private Element element(FamilyFile.Line line, String part) {
    return switch (part.charAt(0)) {
      case '~' -> gap(line, part);
      case '^' -> new Element.Start(part.equals("^"));
      case '$' -> part.contains("|") ? words(line, part) : new Element.End(part.equals("$"));
      case '!' ->
          part.startsWith("!~")
              ? new Element.Unless(words(line, part.substring(2)))
              : new Element.Not(words(line, part.substring(1)));
      default -> words(line, part);
    };
  }

  private static Element gap(FamilyFile.Line line, String part) {
    String digits = part.substring(1);
    if (!digits.matches("[0-9]{1,2}") || Integer.parseInt(digits) > WIDEST_GAP) {
      throw line.fault("a gap is written ~1 to ~" + WIDEST_GAP + ", not " + part);
    }
    return new Element.Gap(Integer.parseInt(digits));
  }

  private Element.Words words(FamilyFile.Line line, String part) {
    Element.Words known = written.get(part);
    if (known == null) {
      known = compiled(line, part);
      written.put(part, known);
    }
    return known;
  }

  private Element.Words compiled(FamilyFile.Line line, String part) {
    boolean optional = part.endsWith("?");
    String body = optional ? part.substring(0, part.length() - 1) : part;
    List<int[]> phrases = new ArrayList<>();
    boolean orEnd = false;
    for (String alternative : body.split("\\|", -1)) {
      if (alternative.equals("$s")) {
        orEnd = true;
        continue;
      }
      phrases.addAll(phrases(line, alternative.replace('_', ' '), new HashSet<>()));
    }
    return new Element.Words(phrases, optional, orEnd);
  }

  /** All ways to say a phrase; a class inside it stands for each of its members. */
  private List<int[]> phrases(FamilyFile.Line line, String text, Set<String> open) {
    if (text.isBlank()) {
      throw line.fault("an empty alternative");
    }
    List<int[]> phrases = List.of(new int[0]);
    for (String word : text.strip().split("\\s+", -1)) {
      List<int[]> ways =
          word.startsWith("@")
              ? members(line, word.substring(1), open)
              : List.of(symbols(line, word));
      phrases = phrases.stream().flatMap(head -> ways.stream().map(w -> join(head, w))).toList();
    }
    return phrases;
  }

  private static int[] join(int[] head, int[] tail) {
    int[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return both;
  }

  private List<int[]> members(FamilyFile.Line line, String name, Set<String> open) {
    FamilyFile.Line list =
        Optional.ofNullable(classes.get(name))
            .orElseThrow(() -> line.fault("unknown class @" + name));
    if (!open.add(name)) {
      throw line.fault("the class @" + name + " contains itself");
    }
    List<int[]> phrases = new ArrayList<>();
    for (String member : list.text().split(",", -1)) {
      phrases.addAll(phrases(list, member, open));
    }
    open.remove(name);
    return phrases;
  }

  private int[] symbols(FamilyFile.Line line, String word) {
    List<Integer> symbols = new ArrayList<>();
    if (word.endsWith("*")) {
      String stem = Folding.fold(word.substring(0, word.length() - 1));
      if (stem.length() < 2) {
        throw line.fault("a stem needs two letters: " + word);
      }
      symbols.add(vocabulary.internStem(stem));
    } else {
      addWord(Folding.fold(word), symbols);
    }
    return symbols.stream().mapToInt(Integer::intValue).toArray();
  }

  private void addWord(String folded, List<Integer> symbols) {
    if (folded.codePoints().anyMatch(Folding::isIdeograph)) {
      folded.codePoints().forEach(c -> symbols.add(vocabulary.intern(Character.toString(c))));
    } else if (vocabulary.isRewritten(language, folded)) {
      Arrays.stream(vocabulary.read(folded, language)).forEach(symbols::add);
    } else {
      symbols.add(vocabulary.intern(folded.replace("'", "")));
    }
  }

  /** Reads {@code write im = i am}, {@code mask kill}, {@code glue myself} into the vocabulary. */
  static void spellings(Vocabulary vocabulary, int language, FamilyFile.Line line) {
    String[] parts = line.text().split("=", -1);
    String[] words = parts[0].strip().split("\\s+");
    boolean write = words[0].equals("write");
    if (write != (parts.length == 2) || words.length < 2 || (write && parts[1].isBlank())) {
      throw line.fault("spellings are written: write im i'm = i am");
    }
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      switch (words[0]) {
        case "write" ->
            vocabulary.rewrite(
                language,
                Folding.fold(word),
                List.of(Folding.fold(parts[1].strip()).split("\\s+", -1)));
        case "mask" -> vocabulary.mask(Folding.fold(word));
        case "near" -> vocabulary.near(Folding.fold(word));
        default -> vocabulary.glue(Folding.fold(word));
      }
    }
  }
}
