package ai.therapysync.gateway.model.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Says from a sentence's vector how likely it speaks of danger, and of which: a softmax over one
 * row of weights for each danger, the last of them its bias.
 *
 * @param lessons the digest of the sentences that it was taught with
 */
record Head(String lessons, Map<Danger, double[]> rows) {
  Head {
    rows = Map.copyOf(rows);
    if (rows.size() != Danger.values().length
        || rows.values().stream().anyMatch(row -> row.length != SentenceEncoder.WIDTH + 1)) {
      throw new IllegalArgumentException("A head has a row of weights for each danger");
    }
  }

  /** What the head makes of a sentence: how sure it is of danger, and which is the likeliest. */
  record Impression(double sureness, Danger likeliest) {}

  /** The head that comes with the program; the training tool writes its file. */
  static Head load() {
    try (InputStream in = Objects.requireNonNull(Head.class.getResourceAsStream("head.txt"))) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The file head.txt can't be read", e);
    }
  }

  private static Head read(String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    Map<Danger, double[]> rows = new EnumMap<>(Danger.class);
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(" ", 2);
      rows.put(
          Danger.valueOf(values[0].toUpperCase(Locale.ROOT)),
          Arrays.stream(values[1].split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
    }
    return new Head(lines.getFirst(), rows);
  }

  Impression of(float[] sentence) {
    Map<Danger, Double> scores = new EnumMap<>(Danger.class);
    rows.forEach((danger, row) -> scores.put(danger, score(row, sentence)));
    double harmless = scores.getOrDefault(Danger.NONE, 0.0);
    double others = 0;
    for (Danger danger : Danger.values()) {
      others += danger == Danger.NONE ? 0 : Math.exp(scores.getOrDefault(danger, 0.0) - harmless);
    }
    Danger likeliest =
        Arrays.stream(Danger.values())
            .filter(danger -> danger != Danger.NONE)
            .max(Comparator.comparing(danger -> scores.getOrDefault(danger, 0.0)))
            .orElseThrow();
    return new Impression(others / (1 + others), likeliest);
  }

  private static double score(double[] row, float[] sentence) {
    double sum = row[sentence.length];
    for (int i = 0; i < sentence.length; i++) {
      sum += row[i] * sentence[i];
    }
    return sum;
  }
}
