package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.Lexicon.Topic;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.crisis.language.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands what was written, as far as phrases tell. */
final class Listener {
  /** The end of a wall of text is what the person is left with. */
  private static final int LISTENED_TO = 4000;

  private static final int SLACK = 2;

  /** Of characters; a short phrase, and above all a single one, may begin any sentence. */
  private static final int CHINESE_SLACK = 4;

  private static final Topic ADDRESSES = new Topic("addresses", "");

  /** Good news that somebody gives us, in words as few as these. */
  private static final int THANKFUL = 14;

  private static final List<Intent> ANSWERS =
      List.of(Intent.YES, Intent.NO, Intent.THANKS, Intent.LAUGH);

  /** The feelings that signs show. */
  private static final Map<String, String> SHOWN =
      Map.of("sad", "sad", "angry", "angry", "scared", "anxious", "tired", "tired", "glad", "glad");

  private final Signs signs = new Signs();
  private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);

  Listener() {
    for (Language language : Language.values()) {
      lexicons.put(language, Lexicon.of(language));
    }
  }

  /**
   * What the messages say together.
   *
   * @param underway whether a talk is going on, in which a phrase that greets at a door may mean
   *     something else ("boa noite" is a good evening and a good night)
   */
  Heard hear(List<Incoming> messages, Language language, boolean underway) {
    String text = messages.stream().map(Incoming::text).collect(Collectors.joining("\n"));
    return hear(text, silent(messages, text), language, underway);
  }

  /** What one text says. */
  Heard hear(String text, Language language) {
    return hear(text, Optional.empty(), language, false);
  }

  /** Whether a sentence speaks to the person rather than about them. */
  boolean addresses(String text, Language language) {
    return lexicon(language).begins(ADDRESSES, Wording.words(text));
  }

  /** The words of a text by which one sees that another speaks of the same. */
  List<String> telling(String text, Language language) {
    return lexicon(language).telling(Wording.words(text));
  }

  private Heard hear(
      String text, Optional<MessageType> media, Language language, boolean underway) {
    Lexicon lexicon = lexicon(language);
    String words = Wording.words(text.substring(Math.max(0, text.length() - LISTENED_TO)));
    boolean loud = text.contains("!!") || !lexicon.find("intense", words).isEmpty();
    Undertone tone = tone(lexicon, words, text);
    Optional<String> relation = lexicon.find("relation", words).stream().findFirst();
    return new Heard(
        words,
        themes(lexicon.find("theme", words), tone, relation),
        Past.none(),
        emotions(lexicon, words, tone),
        loud,
        intent(lexicon, words, underway, tone),
        lexicon.find("exercise", words),
        relation,
        tone.sign().isPresent() ? Optional.empty() : media,
        tone);
  }

  private Undertone tone(Lexicon lexicon, String words, String text) {
    Set<String> marks = new HashSet<>(lexicon.find("mark", words));
    if (lexicon.denies(words)) {
      marks.add("negation");
    }
    return new Undertone(marks, signs.read(text));
  }

  /** Whoever mourns an animal is not asked about a human being. */
  private static List<String> themes(
      List<String> themes, Undertone tone, Optional<String> relation) {
    boolean animal =
        tone.has("animal")
            && relation.isEmpty()
            && !themes.contains("family")
            && !themes.contains("partner");
    return animal
        ? themes.stream().map(theme -> theme.equals("grief") ? "pet" : theme).toList()
        : themes;
  }

  private static List<String> emotions(Lexicon lexicon, String words, Undertone tone) {
    Optional<String> shown = tone.sign().map(sign -> SHOWN.getOrDefault(sign, ""));
    return shown
        .filter(emotion -> !emotion.isEmpty())
        .map(List::of)
        .orElseGet(() -> lexicon.find("emotion", words));
  }

  private Lexicon lexicon(Language language) {
    return Optional.ofNullable(lexicons.get(language)).orElseThrow();
  }

  private static Optional<MessageType> silent(List<Incoming> messages, String text) {
    return Wording.hasWords(text)
        ? Optional.empty()
        : messages.stream().map(Incoming::type).reduce((first, last) -> last);
  }

  /** Questions to us are looked for first: "hi, are you a bot" is more than a greeting. */
  private static Optional<Intent> intent(
      Lexicon lexicon, String words, boolean underway, Undertone tone) {
    Optional<Intent> signed = tone.sign().flatMap(Listener::answer);
    if (signed.isPresent()) {
      return signed;
    }
    Optional<Intent> said = spoken(lexicon, words, underway);
    boolean thankful =
        tone.has("helped")
            && Wording.count(words) <= THANKFUL
            && (said.isEmpty() || said.filter(it -> it == Intent.THANKS).isPresent())
            && covered(lexicon, Intent.THANKS, words) > 0;
    return thankful ? Optional.of(Intent.HELPED) : said;
  }

  /** Some signs are answers. */
  private static Optional<Intent> answer(String sign) {
    return Arrays.stream(Intent.values())
        .filter(intent -> ANSWERS.contains(intent) && intent.word().equals(sign))
        .findFirst();
  }

  private static Optional<Intent> spoken(Lexicon lexicon, String words, boolean underway) {
    return Arrays.stream(Intent.values())
        .filter(intent -> !intent.standsAlone() && covered(lexicon, intent, words) > 0)
        .findFirst()
        .or(() -> nearlyAll(lexicon, words, underway));
  }

  /** What accounts for most of the words, and leaves few: "no thanks" is rather a no. */
  private static Optional<Intent> nearlyAll(Lexicon lexicon, String words, boolean underway) {
    int all = words.isBlank() ? 0 : words.strip().split(" ").length;
    boolean chinese = words.codePoints().anyMatch(Wording::isChinese);
    Comparator<Intent> byWords = Comparator.comparingInt(it -> covered(lexicon, it, words));
    return Arrays.stream(Intent.values())
        .filter(intent -> isAll(covered(lexicon, intent, words), all, chinese))
        .max(byWords.thenComparingInt(intent -> rank(intent, underway)));
  }

  /** Of two that account for as much: "thanks, good night" is rather a goodbye. */
  private static int rank(Intent intent, boolean underway) {
    return switch (intent) {
      case GREETING -> underway ? 0 : 3;
      case GOODBYE -> 2;
      case THANKS, HELPED, LAUGH, STOP, UNSURE, YES, NO -> 1;
      case SMALL_TALK, BOT, CALL, PRIVATE, MEMORY, HUMAN, DIAGNOSIS -> 1;
      case MEDICINE, ADVICE, EXERCISE, REPAIR -> 1;
    };
  }

  private static boolean isAll(int covered, int all, boolean chinese) {
    int after = covered > 1 ? Math.min(covered, CHINESE_SLACK) : 0;
    int slack = chinese ? after : SLACK;
    return covered > 0 && all - covered <= slack;
  }

  private static int covered(Lexicon lexicon, Intent intent, String words) {
    return lexicon.covered(new Topic("intent", intent.word()), words);
  }
}
