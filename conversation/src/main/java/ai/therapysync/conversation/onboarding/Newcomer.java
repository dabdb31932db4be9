package ai.therapysync.conversation.onboarding;

import ai.therapysync.crisis.language.Language;

/** Someone who joins by chat. Private: never printed. */
public record Newcomer(String name, Language language, Consent consent) {
  @Override
  public String toString() {
    return "Newcomer[private]";
  }
}
