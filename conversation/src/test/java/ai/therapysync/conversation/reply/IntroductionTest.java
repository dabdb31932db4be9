package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is speaking is said once, by whoever writes. */
class IntroductionTest {
  private final Introduction introduction = new Introduction();

  @ParameterizedTest
  @EnumSource
  void itIsSaidOnceInEveryLanguage(Language language) {
    ReplyRequest request = request(language, true);
    String once = introduction.before("42", request);
    assertThat(once).endsWith("42").contains("Sage").isNotEqualTo("42");
    assertThat(introduction.before(once, request)).isEqualTo(once);
    assertThat(introduction.before("42", request(language, false))).isEqualTo("42");
  }

  @ParameterizedTest
  @EnumSource
  void theOfflineCompanionSaysItInItsOwnPlace(Language language) {
    ReplyRequest request = request(language, true);
    String written = new OfflineCompanion().write(request).text();
    assertThat(introduction.before(written, request)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm sorry that an AI took your job. What now?",
        "AI is everywhere these days. What worries you most about it?",
        "I am here. What did the AI course teach you?"
      })
  void toSpeakOfArtificialIntelligenceIsNotToSayThatOneIsOne(String text) {
    assertThat(introduction.before(text, request(Language.ENGLISH, true)))
        .startsWith("I'm Sage, an AI companion")
        .endsWith(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm an AI, so I can't feel that. How are you?",
        "As an AI I don't sleep. What keeps you awake?",
        "No, I'm just an AI companion. What made you wonder?"
      })
  void whoSaysItAnywayIsNotMadeToSayItTwice(String text) {
    assertThat(introduction.before(text, request(Language.ENGLISH, true))).isEqualTo(text);
  }

  private static ReplyRequest request(Language language, boolean introduce) {
    return new Talk(new OfflineCompanion())
        .request(List.of(new Incoming(MessageType.TEXT, "")), Tone.ORDINARY, introduce)
        .in(language);
  }
}
