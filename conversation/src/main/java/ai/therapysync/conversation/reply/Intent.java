package ai.therapysync.conversation.reply;

import java.util.Locale;

/** What a person wants with a message, apart from telling something. */
enum Intent {
  GREETING,
  SMALL_TALK,
  LAUGH,
  HELPED,
  THANKS,
  GOODBYE,
  BOT,
  CALL,
  PRIVATE,
  MEMORY,
  HUMAN,
  DIAGNOSIS,
  MEDICINE,
  ADVICE,
  EXERCISE,
  REPAIR,
  STOP,
  UNSURE,
  YES,
  NO;

  /** The word that stands for it in lexicons and texts. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it only counts when it is nearly all of what was written. */
  boolean standsAlone() {
    return switch (this) {
      case GREETING, LAUGH, HELPED, THANKS, GOODBYE, STOP, UNSURE, YES, NO -> true;
      case SMALL_TALK, BOT, CALL, PRIVATE, MEMORY, HUMAN, DIAGNOSIS, MEDICINE -> false;
      case ADVICE, EXERCISE, REPAIR -> false;
    };
  }
}
