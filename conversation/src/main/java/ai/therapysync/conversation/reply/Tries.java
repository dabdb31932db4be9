package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.reply.ModelAnswer.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model was asked for one answer, what that cost, and what was wrong with it. */
final class Tries {
  private final List<String> faults = new ArrayList<>();
  private int count;
  private int tokensIn;
  private int tokensOut;
  private long millis;
  private String model = "";
  private boolean hasFailed;

  void count(ModelAnswer answer) {
    count++;
    millis += answer.millis();
    if (answer instanceof Said said) {
      tokensIn += said.tokensIn();
      tokensOut += said.tokensOut();
      model = said.model();
    }
  }

  void fault(String words) {
    faults.add(words);
  }

  /** Nobody is there, so that asking again would be in vain. */
  void failed(String words) {
    faults.add(words);
    hasFailed = true;
  }

  boolean hasFailed() {
    return hasFailed;
  }

  long millis() {
    return millis;
  }

  /** What the last one was refused for. */
  String lastFault() {
    return faults.isEmpty() ? "" : faults.getLast();
  }

  /** Everything but who wrote what is sent, for the metadata. */
  Map<String, String> metadata(boolean passed) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (!model.isEmpty()) {
      metadata.put("model", model);
    }
    metadata.put("tries", Integer.toString(count));
    metadata.put("tokens_in", Integer.toString(tokensIn));
    metadata.put("tokens_out", Integer.toString(tokensOut));
    metadata.put("milliseconds", Long.toString(millis));
    metadata.put("prompt_version", PromptWriter.VERSION);
    metadata.put("guard_verdict", verdict(passed));
    return metadata;
  }

  private String verdict(boolean passed) {
    String found = String.join("; again: ", faults);
    if (!passed) {
      return found;
    }
    return faults.isEmpty() ? "passed" : "passed after: " + found;
  }
}
