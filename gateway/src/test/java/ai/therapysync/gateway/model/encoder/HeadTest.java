package ai.therapysync.gateway.model.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The head belongs to the lessons that stand beside it, and has learned them. */
final class HeadTest {
  private static final SentenceEncoder ENCODER = SentenceEncoder.load();

  private final Lessons lessons = Lessons.ofThisRepository();

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void itWasTaughtWithTheLessonsAsTheyStandNow() throws IOException {
    assertThat(Head.load().lessons())
        .as("a lesson was changed: run HeadTraining")
        .isEqualTo(lessons.digest());
  }

  @Test
  void thereAreLessonsEnough() throws IOException {
    List<Lessons.Lesson> all = lessons.all();
    long dangers = all.stream().filter(lesson -> lesson.danger() != Danger.NONE).count();
    assertThat(dangers).isGreaterThan(1_500);
    assertThat(all.size() - dangers).isGreaterThan(2 * dangers);
  }

  @Test
  void taughtAnewWithFewItJudgesOthersMuchLikeTheOneThatComesWithTheProgram() throws IOException {
    Head few = HeadTraining.taught("few", every(12, 0), ENCODER);
    Head whole = Head.load();
    List<Lessons.Lesson> others = every(40, 5);
    assertThat(share(whole, others)).isGreaterThan(0.85);
    assertThat(share(few, others)).isCloseTo(share(whole, others), within(0.12));
  }

  /** How many are rightly taken for danger or for none. */
  private static double share(Head head, List<Lessons.Lesson> lessons) {
    long right =
        lessons.stream()
            .filter(lesson ->
                head.of(ENCODER.encode(lesson.sentence())).sureness() > 0.5
                    == (lesson.danger() != Danger.NONE))
            .count();
    return (double) right / lessons.size();
  }

  private List<Lessons.Lesson> every(int stride, int from) throws IOException {
    List<Lessons.Lesson> all = lessons.all();
    return IntStream.iterate(from, i -> i < all.size(), i -> i + stride)
        .mapToObj(all::get)
        .toList();
  }
}
