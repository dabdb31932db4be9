package ai.therapysync.gateway.model.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Turns a sentence into numbers that lie close together for sentences that mean the same; its model
 * comes inside a library, and nothing is fetched. May be used by many threads.
 */
public final class SentenceEncoder implements AutoCloseable {
  /** How many numbers stand for a sentence. */
  static final int WIDTH = 384;

  private static final String MODEL = "/bge-small-en-v1.5-q";

  private final WordPieces pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private SentenceEncoder(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
    this.pieces = pieces;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Loads the model: one to two seconds.
   *
   * @throws IllegalStateException where the machine can't run it
   */
  public static SentenceEncoder load() {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Many messages at a time, each on its own thread: idle threads of the model would only spin.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      WordPieces pieces =
          new WordPieces(
              JsonMapper.builder().build().readTree(resource(MODEL + "-tokenizer.json")));
      return new SentenceEncoder(
          pieces, environment, environment.createSession(resource(MODEL + ".onnx"), options));
    } catch (OrtException | LinkageError e) {
      throw new IllegalStateException("The sentence encoder can't run here", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The sentence encoder can't be read", e);
    }
  }

  /** The sentence as a vector of length one. */
  float[] encode(String sentence) {
    long[] numbers = pieces.of(sentence);
    long[] ones = new long[numbers.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = tensor(numbers);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[numbers.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return normal(((float[][][]) result.get(0).getValue())[0][0]);
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence encoder failed", e);
    }
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  private static float[] normal(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    float[] normal = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      normal[i] = (float) (vector[i] / Math.sqrt(sum));
    }
    return normal;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SentenceEncoder.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence encoder did not close", e);
    }
  }
}
