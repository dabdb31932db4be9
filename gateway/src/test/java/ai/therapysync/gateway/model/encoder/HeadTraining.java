package ai.therapysync.gateway.model.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Teaches the head: softmax regression, held back by a penalty on large weights, by accelerated
 * descent over all lessons at once. The same lessons give the same head.
 */
final class HeadTraining {
  private static final int KINDS = Danger.values().length;
  private static final int WIDTH = SentenceEncoder.WIDTH;

  /** Vectors of length one are too short to learn from quickly. */
  private static final double SCALE = 6;

  /** Found by leaving out every fifth line of the lessons in turn. */
  private static final double PENALTY = 0.01;

  private static final int ROUNDS = 400;

  private HeadTraining() {}

  /** Writes {@code head.txt}; run it from the repository's root. */
  public static void main(String[] arguments) throws IOException {
    Lessons lessons = Lessons.ofThisRepository();
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      Head head = taught(lessons.digest(), lessons.all(), encoder);
      Files.writeString(
          Path.of("gateway/src/main/resources/ai/therapysync/gateway/model/encoder/head.txt"),
          written(head));
    }
  }

  static Head taught(String digest, List<Lessons.Lesson> lessons, SentenceEncoder encoder) {
    double[][] sentences = new double[lessons.size()][];
    List<Danger> order = List.of(Danger.values());
    int[] kinds = new int[lessons.size()];
    for (int i = 0; i < sentences.length; i++) {
      sentences[i] = scaled(encoder.encode(lessons.get(i).sentence()));
      kinds[i] = order.indexOf(lessons.get(i).danger());
    }
    double[][] weights = descend(sentences, kinds);
    Map<Danger, double[]> rows = new EnumMap<>(Danger.class);
    for (Danger danger : order) {
      double[] plain = weights[order.indexOf(danger)];
      for (int i = 0; i < WIDTH; i++) {
        plain[i] *= SCALE;
      }
      rows.put(danger, plain);
    }
    return new Head(digest, rows);
  }

  private static double[] scaled(float[] sentence) {
    double[] scaled = new double[WIDTH + 1];
    for (int i = 0; i < WIDTH; i++) {
      scaled[i] = sentence[i] * SCALE;
    }
    scaled[WIDTH] = 1;
    return scaled;
  }

  /** Nesterov's method; the step is safe for sentences of this length. */
  private static double[][] descend(double[][] sentences, int[] kinds) {
    double step = 1 / (0.5 * (SCALE * SCALE + 1) + PENALTY);
    double[][] weights = new double[KINDS][WIDTH + 1];
    double[][] ahead = new double[KINDS][WIDTH + 1];
    double pace = 1;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] slope = slope(sentences, kinds, ahead);
      double faster = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
      for (int kind = 0; kind < KINDS; kind++) {
        for (int i = 0; i <= WIDTH; i++) {
          double next = ahead[kind][i] - step * slope[kind][i];
          ahead[kind][i] = next + (pace - 1) / faster * (next - weights[kind][i]);
          weights[kind][i] = next;
        }
      }
      pace = faster;
    }
    return weights;
  }

  private static double[][] slope(double[][] sentences, int[] kinds, double[][] weights) {
    double[][] slope = new double[KINDS][WIDTH + 1];
    for (int n = 0; n < sentences.length; n++) {
      double[] shares = shares(weights, sentences[n]);
      shares[kinds[n]] -= 1;
      for (int kind = 0; kind < KINDS; kind++) {
        double share = shares[kind] / sentences.length;
        for (int i = 0; i <= WIDTH; i++) {
          slope[kind][i] += share * sentences[n][i];
        }
      }
    }
    for (int kind = 0; kind < KINDS; kind++) {
      for (int i = 0; i < WIDTH; i++) {
        slope[kind][i] += PENALTY * weights[kind][i];
      }
    }
    return slope;
  }

  private static double[] shares(double[][] weights, double[] sentence) {
    double[] shares = new double[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      for (int i = 0; i <= WIDTH; i++) {
        shares[kind] += weights[kind][i] * sentence[i];
      }
    }
    double highest = Arrays.stream(shares).max().orElseThrow();
    double[] raised = Arrays.stream(shares).map(share -> Math.exp(share - highest)).toArray();
    double all = Arrays.stream(raised).sum();
    return Arrays.stream(raised).map(share -> share / all).toArray();
  }

  private static double[] row(Head head, Danger danger) {
    return Objects.requireNonNull(head.rows().get(danger));
  }

  private static String written(Head head) {
    StringBuilder text =
        new StringBuilder("# Written by HeadTraining from the lessons; not to be edited.\n");
    text.append(head.lessons()).append('\n');
    for (Danger danger : Danger.values()) {
      text.append(danger.word()).append(' ');
      text.append(
          Arrays.stream(row(head, danger))
              .mapToObj(weight -> String.format(Locale.ROOT, "%.4f", weight))
              .collect(Collectors.joining(" ")));
      text.append('\n');
    }
    return text.toString();
  }
}
