package ai.therapysync.conversation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.memory.SessionNoteWriter.EndedTalk;
import ai.therapysync.conversation.memory.SessionNotes;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.Prompt;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model notes of a talk, and when the notes by rules are kept instead. */
final class ModelSessionNotesTest {
  private static final String GOOD =
      """
      {"notes":"They spoke about nights without sleep before an exam. Walking by the river helped.",
       "themes":["sleep","exam",""],"helped":["walking by the river"]}
      """;

  private final List<Prompt> asked = new ArrayList<>();

  @Test
  void notesThemesAndWhatHelpedAreKept() {
    assertThat(write(said(GOOD)))
        .contains(
            new SessionNotes(
                "They spoke about nights without sleep before an exam. Walking by the river"
                    + " helped.",
                List.of("sleep", "exam"),
                List.of("walking by the river")));
    assertThat(asked.getFirst().conversation())
        .contains("<person>I lay awake</person>", "<companion>What kept you awake?</companion>");
    assertThat(asked.getFirst().form()).isPresent();
    assertThat(asked.getFirst().toString()).doesNotContain("awake");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "{\"notes\": \"\"}",
        "{\"notes\": 7}",
        "{\"themes\": [\"sleep\"]}",
        "{\"notes\": \"They clearly have depression. You have clinical depression.\"}",
        "{\"notes\": \"Hablaron de las noches sin dormir y de que no puede con todo esto.\"}",
        "{\"notes\": \"Reach them at 202 555 0142.\"}",
        "{\"notes\": \"Fine.\", \"helped\": [\"50 mg of something\"]}"
      })
  void whatIsOfAnotherFormOrTactlessIsNotKept(String answer) {
    assertThat(write(said(answer))).isEmpty();
  }

  @Test
  void aBookIsNoNote() {
    assertThat(write(said(GOOD.replace("They spoke", "They spoke and ".repeat(90) + "spoke"))))
        .isEmpty();
  }

  @Test
  void aFailingModelLeavesTheNotesByRules() {
    assertThat(write(new ModelAnswer.Failed("no answer in time", 5_000))).isEmpty();
    assertThat(write(new ModelAnswer.Refused("its content filter", 5))).isEmpty();
  }

  @Test
  void aGreetingNeedsNoModel() {
    Utterance hello = new Utterance(Speaker.PERSON, "hello", Instant.EPOCH);
    assertThat(writer(said(GOOD)).write(new EndedTalk(Language.ENGLISH, List.of(hello)))).isEmpty();
    assertThat(asked).isEmpty();
  }

  private Optional<SessionNotes> write(ModelAnswer answer) {
    List<Utterance> lines =
        List.of(
            new Utterance(Speaker.PERSON, "I lay awake", Instant.EPOCH),
            new Utterance(Speaker.GATEWAY, "What kept you awake?", Instant.EPOCH),
            new Utterance(Speaker.PERSON, "the exam", Instant.EPOCH),
            new Utterance(Speaker.PERSON, "I walked by the river", Instant.EPOCH));
    return writer(answer).write(new EndedTalk(Language.ENGLISH, lines));
  }

  private ModelSessionNotes writer(ModelAnswer answer) {
    return new ModelSessionNotes(
        (prompt, _) -> {
          asked.add(prompt);
          return answer;
        },
        Duration.ofSeconds(5));
  }

  private static ModelAnswer said(String text) {
    return new ModelAnswer.Said(text, "small-1", 1, 1, 1);
  }
}
