package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Utterance;
import java.util.List;

/**
 * What a person said in one turn, to be learned from. Private: never printed.
 *
 * @param said their messages, oldest first
 * @param before what was said on both sides before, oldest first
 * @param known what is remembered already
 */
public record Exchange(
    Language language, List<String> said, List<Utterance> before, List<Memory> known) {
  public Exchange {
    said = List.copyOf(said);
    before = List.copyOf(before);
    known = List.copyOf(known);
  }

  @Override
  public String toString() {
    return "Exchange[" + said.size() + " messages]";
  }
}
