package ai.therapysync.conversation.reply;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer while it is being put together: sentences in their places, at most one question. */
final class Draft {
  /** The places, in the order in which they are read. */
  enum Slot {
    HELLO,
    INTRODUCTION,
    LEAD,
    FEELING,
    REFLECTION,
    ALSO,
    MEMORY,
    GOAL,
    QUESTION
  }

  /** An answer that is read on a telephone in one glance: three text messages. */
  private static final int LONGEST = 480;

  /** What is left out first when it would get too long. */
  private static final List<Slot> DISPENSABLE =
      List.of(Slot.ALSO, Slot.LEAD, Slot.FEELING, Slot.GOAL, Slot.REFLECTION, Slot.MEMORY);

  private final Map<Slot, String> sentences = new EnumMap<>(Slot.class);

  void put(Slot slot, String sentence) {
    sentences.put(slot, sentence);
  }

  void put(Slot slot, Optional<String> sentence) {
    sentence.ifPresent(words -> sentences.put(slot, words));
  }

  boolean has(Slot slot) {
    return sentences.containsKey(slot);
  }

  Optional<String> at(Slot slot) {
    return Optional.ofNullable(sentences.get(slot));
  }

  String text() {
    for (Slot slot : DISPENSABLE) {
      if (Wording.length(joined()) <= LONGEST) {
        break;
      }
      sentences.remove(slot);
    }
    return joined();
  }

  private String joined() {
    return Wording.join(sentences.values());
  }
}
