package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.Lexicon.Topic;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.crisis.language.Language;
import java.util.Arrays;
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

  private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);

  Listener() {
    for (Language language : Language.values()) {
      lexicons.put(language, Lexicon.of(language));
    }
  }

  /** What the messages say together. */
  Heard hear(List<Incoming> messages, Language language) {
    String text = messages.stream().map(Incoming::text).collect(Collectors.joining("\n"));
    return hear(text, silent(messages, text), language);
  }

  /** What one text says. */
  Heard hear(String text, Language language) {
    return hear(text, Optional.empty(), language);
  }

  private Heard hear(String text, Optional<MessageType> media, Language language) {
    Lexicon lexicon = lexicon(language);
    String words = Wording.words(text.substring(Math.max(0, text.length() - LISTENED_TO)));
    List<String> themes = lexicon.find("theme", words);
    boolean loud = text.contains("!!") || !lexicon.find("intense", words).isEmpty();
    return new Heard(
        words,
        themes,
        List.of(),
        lexicon.find("emotion", words),
        loud,
        intent(lexicon, words),
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
  private static Optional<Intent> intent(Lexicon lexicon, String words) {
    int all = words.isBlank() ? 0 : words.strip().split(" ").length;
    return Arrays.stream(Intent.values())
        .filter(intent -> !intent.standsAlone() && covered(lexicon, intent, words) > 0)
        .findFirst()
        .or(() ->
            Arrays.stream(Intent.values())
                .filter(intent -> covered(lexicon, intent, words) > 0)
                .filter(intent -> all - covered(lexicon, intent, words) <= SLACK)
                .findFirst());
  }

  private static int covered(Lexicon lexicon, Intent intent, String words) {
    return lexicon.covered(new Topic("intent", intent.word()), words);
  }
}
