package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.person.ForeignTongue;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Says honestly that a language is not spoken here, which ones are, and whom to call: to guess at
 * words that we can't read would be to pretend.
 */
final class Unspoken {
  /** Noted when it was said with the crisis line. */
  static final String TOLD = "tongue_told";

  private static final Duration AGAIN = Duration.ofHours(24);

  /** As their speakers call them. */
  private static final String NAMES =
      "English, Espa\u00F1ol, Portugu\u00EAs, Fran\u00E7ais, Deutsch, \u4E2D\u6587,"
          + " \u0939\u093F\u0928\u094D\u0926\u0940, \u0627\u0644\u0639\u0631\u0628\u064A\u0629";

  private final ForeignTongue tongues = new ForeignTongue();
  private final Properties ownWords = read();
  private final Phrasebook texts = Phrasebook.load(Unspoken.class, "unspoken");

  /** The tongue of the words, where we don't speak it. */
  Optional<String> tongue(String words) {
    return tongues.of(words);
  }

  /** Whether it was said in full a short while ago. */
  static boolean isTold(Optional<Instant> told, Instant now) {
    return told.filter(at -> at.plus(AGAIN).isAfter(now)).isPresent();
  }

  /** In their own tongue, as far as we have a sentence in it, and in the language of the talk. */
  String full(String tongue, Language language, String crisisLine) {
    String own = own(tongue);
    String ours = texts.say(language, "unspoken", Map.of("names", NAMES));
    return String.join(" ", own.isEmpty() ? ours : own + "\n" + ours, crisisLine);
  }

  /** The same again, in short. */
  String brief(String tongue, Language language) {
    String own = own(tongue);
    return own.isEmpty() ? texts.say(language, "again", Map.of("names", NAMES)) : own;
  }

  private String own(String tongue) {
    return ownWords.getProperty(tongue, "").replace("%s", NAMES);
  }

  private static Properties read() {
    Properties words = new Properties();
    try (InputStream in = Unspoken.class.getResourceAsStream("own-words.properties")) {
      if (in == null) {
        throw new IllegalStateException("own-words.properties is missing beside Unspoken");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("own-words.properties can't be read", e);
    }
    return words;
  }
}
