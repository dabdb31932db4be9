package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;

/** The templates that are configured. */
public record Templates(List<Template> all) {
  public Templates {
    all = List.copyOf(all);
  }

  /** Where none is configured: what can't go in free words goes by another channel. */
  public static Templates none() {
    return new Templates(List.of());
  }

  /**
   * The one for a language. A contact is called in English rather than not at all; an answer goes
   * by SMS rather than be announced in a language that the person may not read.
   */
  public Optional<Template> find(Provider provider, Template.Kind kind, Language language) {
    return exactly(provider, kind, language)
        .or(() ->
            kind == Template.Kind.PAGE
                ? exactly(provider, kind, Language.ENGLISH)
                : Optional.empty());
  }

  private Optional<Template> exactly(Provider provider, Template.Kind kind, Language language) {
    return all.stream()
        .filter(one -> one.provider() == provider)
        .filter(one -> one.kind() == kind && one.language() == language)
        .findFirst();
  }
}
