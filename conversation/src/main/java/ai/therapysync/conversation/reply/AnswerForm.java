package ai.therapysync.conversation.reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form that a model's answer is asked for in: what a JSON schema can say, in few words. */
public sealed interface AnswerForm {
  /** What the model is told of this part. */
  String about();

  /** Any words. */
  record Text(String about) implements AnswerForm {}

  /** One of these words. */
  record OneOf(String about, List<String> words) implements AnswerForm {
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /** A number from 0 to 1. */
  record Share(String about) implements AnswerForm {}

  /** Any number of the same. */
  record ListOf(String about, AnswerForm each) implements AnswerForm {}

  /**
   * An object that has all of these fields and no others.
   *
   * @param fields by name, in order
   */
  record Fields(String about, Map<String, AnswerForm> fields) implements AnswerForm {
    public Fields {
      fields = new LinkedHashMap<>(fields);
    }
  }
}
