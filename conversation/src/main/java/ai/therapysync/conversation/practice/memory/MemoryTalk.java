package ai.therapysync.conversation.practice.memory;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.crisis.language.Language;
import java.util.Optional;

/** Recognises when a person speaks of what is remembered about them. */
public final class MemoryTalk {
  /** Begins the names of the questions that are about memories. */
  static final String NAME = "memory";

  private final Commands commands = Commands.load(MemoryTalk.class, "commands");

  /** Whether what is remembered is needed for the answer. */
  public boolean concerns(String words, Optional<Asked> asked, Language language) {
    return asked.filter(question -> question.what().startsWith(NAME)).isPresent()
        || find(words, language).isPresent();
  }

  Optional<Command> find(String words, Language language) {
    return commands.find(words, language);
  }
}
