package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.conversation.reply.Verdict.Fault;
import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of warm and of sloppy models in each language: {@code answers}, one file each. */
final class ModelAnswersTest {
  private static final int GOOD = 60;
  private static final int BAD = 40;
  private static final ReplyGuard GUARD = new ReplyGuard();
  private static final PromptWriter PROMPTS = new PromptWriter();
  private static final Map<Language, ReplyRequest> REQUESTS =
      Stream.of(Language.values()).collect(Collectors.toMap(it -> it, ModelAnswersTest::request));

  /** An answer, and for what it must be kept back; nothing where it must be sent. */
  record Answer(Language language, Optional<Fault> fault, String text) {}

  static Stream<Answer> good() {
    return answers().filter(answer -> answer.fault().isEmpty());
  }

  static Stream<Answer> bad() {
    return answers().filter(answer -> answer.fault().isPresent());
  }

  @ParameterizedTest
  @MethodSource("good")
  void a_good_one_is_sent(Answer answer) {
    assertThat(check(answer.language(), answer.text()).words()).isEqualTo("passed");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void a_bad_one_is_kept_back(Answer answer) {
    assertThat(check(answer.language(), answer.text()).faults())
        .containsAnyElementsOf(kin(answer.fault().orElseThrow()));
  }

  /** On a phone and by small models marks and capitals are left out. */
  @ParameterizedTest
  @MethodSource("bad")
  void and_however_it_is_written(Answer answer) {
    String loud = answer.text().toUpperCase(Locale.ROOT);
    assertThat(check(answer.language(), loud).passes()).isFalse();
    String bare = PlainText.of(answer.text()).toLowerCase(Locale.ROOT);
    assertThat(check(answer.language(), bare).passes()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void there_are_enough_of_both(Language language) {
    assertThat(good().filter(answer -> answer.language() == language).count())
        .isGreaterThanOrEqualTo(GOOD);
    assertThat(bad().filter(answer -> answer.language() == language).count())
        .isGreaterThanOrEqualTo(BAD);
  }

  /** Whether an amount is a dose, or a way to die, is a matter of view. */
  private static List<Fault> kin(Fault fault) {
    return switch (fault) {
      case METHOD, DOSE, MEDICINE -> List.of(Fault.METHOD, Fault.DOSE, Fault.MEDICINE);
      default -> List.of(fault);
    };
  }

  private static Verdict check(Language language, String answer) {
    ReplyRequest request = Objects.requireNonNull(REQUESTS.get(language));
    return GUARD.check(answer, request, PROMPTS.write(request));
  }

  private static ReplyRequest request(Language language) {
    return new Talk(request -> new Reply("", Map.of(), List.of()))
        .in(language)
        .request(List.of(new Incoming(MessageType.TEXT, "hello")), Tone.ORDINARY, false);
  }

  private static Stream<Answer> answers() {
    return Stream.of(Language.values()).flatMap(language -> read(language).stream());
  }

  private static List<Answer> read(Language language) {
    List<Answer> answers = new ArrayList<>();
    Optional<Fault> fault = Optional.empty();
    for (String line : text(language).lines().toList()) {
      if (line.startsWith("[")) {
        fault = Optional.of(Fault.valueOf(line.substring(1, line.length() - 1)));
      } else if (line.startsWith("- ")) {
        answers.add(new Answer(language, Optional.empty(), line.substring(2)));
      } else if (line.startsWith("+ ")) {
        answers.add(new Answer(language, fault, line.substring(2)));
      }
    }
    return answers;
  }

  private static String text(Language language) {
    String file = "answers/" + language.code() + ".txt";
    try (InputStream in =
        Objects.requireNonNull(ModelAnswersTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
