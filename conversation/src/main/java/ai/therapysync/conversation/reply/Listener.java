package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.Lexicon.Topic;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.crisis.language.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Understands what was written, as far as phrases tell. */
final class Listener {
  /** The end of a wall of text is what the person is left with. */
  private static final int LISTENED_TO = 4000;

  private static final int SLACK = 2;

  /** Of characters; a short phrase, and above all a single one, may begin any sentence. */
  private static final int CHINESE_SLACK = 4;

  private static final Topic ADDRESSES = new Topic("addresses", "");

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
    return new Heard(
        words,
        lexicon.find("theme", words),
        List.of(),
        lexicon.find("emotion", words),
        loud,
        intent(lexicon, words, underway),
        lexicon.find("exercise", words),
        lexicon.find("relation", words).stream().findFirst(),
        media);
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
  private static Optional<Intent> intent(Lexicon lexicon, String words, boolean underway) {
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
      case THANKS, STOP, UNSURE, YES, NO -> 1;
      case SMALL_TALK, BOT, PRIVATE, MEMORY, HUMAN, DIAGNOSIS -> 1;
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
