package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.Answer;
import ai.therapysync.crisis.notice.Answers;
import ai.therapysync.crisis.safety.ControlWord;
import ai.therapysync.crisis.safety.ControlWords;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Understands the few words that mean something by themselves, and which language a text is in. */
final class Words {
  private final ControlWords control = ControlWords.load();
  private final Answers answers = Answers.load();
  private final LanguageGuess guess = new LanguageGuess();

  /**
   * STOP, START or HELP, alone in the message or as the provider read it. A provider takes "yes"
   * for START: from a number that is not stopped it is an answer.
   */
  Optional<ControlWord> control(InboundMessage message, boolean stopped) {
    return message
        .optOutType()
        .flatMap(control::of)
        .filter(word -> word != ControlWord.START || stopped)
        .or(() -> control.of(message.text()));
  }

  /** What a contact's reply says. */
  Answer answer(InboundMessage message) {
    return answers.read(message.text());
  }

  /** The language that a text is clearly in, though it be a single cry for help. */
  Optional<Language> language(InboundMessage message) {
    return guess.guess(message.text()).or(() -> control.language(message.text()));
  }

  /**
   * The language to answer a person in when it is about a crisis: the message's own when it is
   * clear, else the conversation's, else the preferred one. A bare "no" is no change of language.
   */
  Language language(InboundMessage message, Writer writer) {
    return language(message).or(() -> guess.spokenIn(writer.before())).orElse(writer.language());
  }

  /** Whether Twilio answers this word itself by SMS: its own English ones. */
  boolean isCarriers(InboundMessage message) {
    return message.channel() == ChannelName.SMS
        && CARRIERS.contains(message.text().strip().toUpperCase(Locale.ROOT));
  }

  private static final Set<String> CARRIERS =
      Set.of(
          "STOP",
          "STOPALL",
          "UNSUBSCRIBE",
          "CANCEL",
          "END",
          "QUIT",
          "REVOKE",
          "OPTOUT",
          "START",
          "YES",
          "UNSTOP");
}
